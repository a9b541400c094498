package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.access.AccessDecision;
import org.clientele.access.Actor;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.ReferenceProperty;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.Write;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.value.Ref;

/** That what is said about rights is what they are: who may, who can own, with whom something is shared, and why. */
abstract class RightsLaws extends SessionLaws {

    /** A few of the records that a world has, others each time. */
    private static List<CrmRecord> some(World world, Random random, int most) {
        List<CrmRecord> all = new ArrayList<>(world.made());
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(most, all.size()));
    }

    @Property(tries = 6)
    void thoseWhoMayAreThoseWhomTheDecisionGrants(
            @ForAll("worlds") Blueprint blueprint,
            @ForAll("rules") List<Rule> rules,
            @ForAll Permission permission,
            @ForAll Random random) {
        World world = blueprint.build(open(newStore(), policy(rules)));
        List<Session> sessions = world.sessions();
        for (CrmRecord record : some(world, random, 4)) {
            Set<User> granted = new HashSet<>();
            for (Session session : sessions) {
                if (session.may(permission, record)) {
                    granted.add(user(session, world));
                }
            }
            assertThat(world.crm().asSystem().whoMay(permission, record)).containsExactlyInAnyOrderElementsOf(granted);
            sessions.forEach(session -> session.inTransaction(tx -> checkTold(tx, permission, record, granted)));
        }
    }

    private static void checkTold(Session session, Permission permission, CrmRecord record, Set<User> granted) {
        if (session.may(Permission.VIEW, record)) {
            List<User> seen = session.select(User.TYPE).list();
            assertThat(session.whoMay(permission, record))
                    .containsExactlyElementsOf(
                            seen.stream().filter(granted::contains).toList());
        } else {
            assertThatThrownBy(() -> session.whoMay(permission, record)).isInstanceOf(RecordNotFoundException.class);
        }
    }

    private static User user(Session session, World world) {
        Ref<User> user = session.actor().user();
        return world.made(User.TYPE).stream()
                .filter(made -> Ref.to(made).equals(user))
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 6)
    void theOwnersThatMayBeChosenAreThoseThatASaveAccepts(
            @ForAll("worlds") Blueprint blueprint, @ForAll("rules") List<Rule> rules) {
        World world = blueprint.build(open(newStore(), policy(rules)));
        for (Session session : world.sessions()) {
            checkNew(Account.TYPE, session);
            checkNew(Visit.TYPE, session);
            checkNew(Opportunity.TYPE, session);
            checkUnits(session);
            world.made(Account.TYPE).stream().limit(2).forEach(account -> checkStored(account, session, world));
            world.made(Contact.TYPE).stream().limit(2).forEach(contact -> checkStored(contact, session, world));
        }
    }

    private static <R extends UserOwned> void checkNew(EntityType<R> type, Session session) {
        List<User> accepted = session.select(User.TYPE).list().stream()
                .filter(user -> {
                    R record = type.newRecord();
                    record.setOwner(Ref.to(user));
                    return !isDenied(session, new Write.Insert<>(type, record));
                })
                .toList();
        assertThat(session.assignableOwners(type, UserOwned.OWNER).list()).isEqualTo(accepted);
    }

    private static void checkUnits(Session session) {
        List<BusinessUnit> accepted = session.select(BusinessUnit.TYPE).list().stream()
                .filter(unit -> {
                    User fresh = new User("fresh", "fresh@acme.example", "A", "B", new Organization("none"));
                    fresh.setOrganizations(Set.of());
                    fresh.setOrganization(null);
                    fresh.setOwner(Ref.to(unit));
                    return !isDenied(session, new Write.Insert<>(User.TYPE, fresh));
                })
                .toList();
        assertThat(session.assignableOwners(User.TYPE, User.OWNER).list()).isEqualTo(accepted);
    }

    private static <R extends UserOwned> void checkStored(R record, Session session, World world) {
        EntityType<R> type = world.crm().schema().typeOf(record);
        if (!session.may(Permission.VIEW, record)) {
            assertThatThrownBy(() -> session.assignableOwners(record, UserOwned.OWNER))
                    .isInstanceOf(RecordNotFoundException.class);
        } else if (session.may(Permission.EDIT, record)) {
            ReferenceProperty<UserOwned, User> owner = UserOwned.OWNER;
            List<User> accepted = session.select(User.TYPE).list().stream()
                    .filter(user -> !Ref.to(user).equals(record.getOwner()))
                    .filter(user -> {
                        R given = type.copy(record);
                        given.setOwner(Ref.to(user));
                        return !isDenied(session, new Write.Update<>(type, record, given));
                    })
                    .toList();
            assertThat(session.assignableOwners(record, owner).list().stream()
                            .filter(user -> !Ref.to(user).equals(record.getOwner())))
                    .containsExactlyElementsOf(accepted);
        }
    }

    @Property(tries = 6)
    void aShareOpensThatRecordForThatPermissionToThoseItIsGivenToAndRevokingClosesIt(
            @ForAll("worlds") Blueprint blueprint,
            @ForAll("rules") List<Rule> rules,
            @ForAll Random random,
            @ForAll boolean withUnit) {
        World world = blueprint.build(open(newStore(), policy(rules)));
        Session system = world.crm().asSystem();
        List<CrmRecord> records = wholes(world, some(world, random, Integer.MAX_VALUE), 4);
        CrmRecord record = records.get(0);
        Permission permission = List.of(Permission.EDIT, Permission.DELETE, Permission.ASSIGN, Permission.VIEW)
                .get(random.nextInt(4));
        User user = world.pick(User.TYPE, random.nextInt(9)).orElseThrow();
        BusinessUnit unit = world.pick(BusinessUnit.TYPE, random.nextInt(9)).orElse(null);
        system.sharing(record).revoke(user);
        if (unit != null) {
            system.sharing(record).revoke(unit);
        }
        Set<String> before = allowed(world, records);
        if (withUnit && unit != null) {
            system.sharing(record).with(unit, permission);
        } else {
            system.sharing(record).with(user, permission);
        }
        Set<String> expected = new HashSet<>(before);
        for (Session session : world.sessions()) {
            Actor actor = session.actor();
            boolean isGiven = (withUnit && unit != null)
                    ? actor.units().contains(Ref.to(unit))
                    : Ref.to(user).equals(actor.user());
            if (isGiven && isIn(actor.organization(), record, world)) {
                EnumSet.of(Permission.VIEW, permission).forEach(given -> expected.add(right(actor, given, record)));
            }
        }
        assertThat(allowed(world, records)).isEqualTo(expected);
        if (withUnit && unit != null) {
            system.sharing(record).revoke(unit);
        } else {
            system.sharing(record).revoke(user);
        }
        assertThat(allowed(world, records)).isEqualTo(before);
    }

    /** Some of these records that are no parts of others: parts are shared with the whole and not by themselves. */
    private static List<CrmRecord> wholes(World world, List<CrmRecord> records, int most) {
        return records.stream()
                .filter(record -> world.crm().schema().typeOf(record).wholes().isEmpty())
                .limit(most)
                .toList();
    }

    private static Set<String> allowed(World world, List<CrmRecord> records) {
        Set<String> allowed = new HashSet<>();
        for (Session session : world.sessions()) {
            session.inTransaction(tx -> {
                for (CrmRecord record : records) {
                    for (Permission permission : Permission.values()) {
                        if (tx.may(permission, record)) {
                            allowed.add(right(session.actor(), permission, record));
                        }
                    }
                }
            });
        }
        return allowed;
    }

    private static String right(Actor actor, Permission permission, CrmRecord record) {
        return actor + " in " + actor.organization() + " may " + permission + " " + record;
    }

    @Property(tries = 6)
    void aDecisionIsYesExactlyWhenOneOfItsRulesSaysYesAndFallsWithTheOnlyOne(
            @ForAll("worlds") Blueprint blueprint,
            @ForAll("rules") List<Rule> rules,
            @ForAll Permission permission,
            @ForAll Random random) {
        World world = blueprint.build(open(newStore(), policy(rules)));
        for (Session session : world.sessions()) {
            for (CrmRecord record : some(world, random, 4)) {
                AccessDecision decision = session.check(permission, record);
                assertThat(session.may(permission, record)).isEqualTo(decision.granted());
                List<AccessDecision> yes = decision.parts().stream()
                        .filter(AccessDecision::granted)
                        .toList();
                assertThat(decision.granted()).as(decision.explain()).isEqualTo(!yes.isEmpty());
                if (yes.size() == 1 && yes.get(0).reason().startsWith("role '")) {
                    String only = yes.get(0).reason().split("'", -1)[1];
                    assertThat(decision.reason()).contains(Role.named(only).toString());
                    assertThat(without(only, session, world).may(permission, record))
                            .isFalse();
                }
            }
        }
    }

    private static Session without(String role, Session session, World world) {
        Session system = world.crm().asSystem();
        User user = system.get(User.TYPE, user(session, world).getId());
        Set<String> roles = new HashSet<>(user.getRoles());
        roles.remove(role);
        user.setRoles(roles);
        Actor actor = session.actor();
        system.save(user);
        Session less = world.crm().as(user, Objects.requireNonNull(actor.organization()));
        Set<String> again = new HashSet<>(roles);
        again.add(role);
        User back = system.get(User.TYPE, user.getId());
        back.setRoles(again);
        system.save(back);
        return less;
    }
}
