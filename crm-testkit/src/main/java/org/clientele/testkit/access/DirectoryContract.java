package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.Actors;
import org.clientele.access.Directory;
import org.clientele.access.Member;
import org.clientele.access.Permission;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.Step;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;

/**
 * Everything that a {@link Directory} promises: what it says of a user and the conditions by which records are selected
 * agree, in generated worlds, and with them all that a session shows. A directory's author extends it and runs it with
 * JUnit and jqwik:
 *
 * <pre>{@code
 * class OurDirectoryTest extends DirectoryContract {
 *     protected RecordStore newStore() {
 *         return new InMemoryStore();
 *     }
 *     protected Directory directory(World world) {
 *         return OurDirectory.knowing(world.made(User.TYPE), world.made(BusinessUnit.TYPE));
 *     }
 * }
 * }</pre>
 */
public abstract class DirectoryContract {

    private static final String ROLE = "everybody's";

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** The directory, knowing the organizations, units and users that the world has; who is where is the directory's. */
    protected abstract Directory directory(World world);

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    @Property(tries = 10)
    void membersOfUnitsAreThoseWhoAreSaidToBe(@ForAll("worlds") Blueprint blueprint) {
        inWorld(blueprint, (place, records) -> {
            Set<Ref<BusinessUnit>> several = new HashSet<>();
            check(place, several, records);
            for (BusinessUnit unit : place.world.made(BusinessUnit.TYPE)) {
                check(place, Set.of(Ref.to(unit)), records);
                several.add(Ref.to(unit));
                check(place, several, records);
            }
            check(place, Set.of(new Ref<>(TimeOrderedId.next())), records);
        });
    }

    private static void check(Place place, Set<Ref<BusinessUnit>> units, Records records) {
        place.checkUsers(
                place.directory.membersOf(units),
                member -> member.units().stream().anyMatch(units::contains),
                "members of " + units,
                records);
    }

    @Property(tries = 10)
    void workersInAnOrganizationAreItsEnabledUsers(@ForAll("worlds") Blueprint blueprint) {
        inWorld(
                blueprint,
                (place, records) -> place.organizations()
                        .forEach(organization -> place.checkUsers(
                                place.directory.workersIn(organization),
                                member -> member.enabled()
                                        && member.organizations().contains(organization),
                                "workers in " + organization,
                                records)));
    }

    @Property(tries = 10)
    void theUnitsOfAnOrganizationAreListedOnceAndStandBelowOtherUnits(@ForAll("worlds") Blueprint blueprint) {
        inWorld(blueprint, (place, records) -> {
            List<BusinessUnit> all = place.world.made(BusinessUnit.TYPE);
            for (Ref<Organization> organization : place.organizations()) {
                Collection<Directory.Unit> listed = place.directory.units(organization, records);
                assertThat(listed)
                        .extracting(Directory.Unit::unit)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(unit -> organization.equals(unit.getOrganization()))
                                .map(Ref::to)
                                .toList());
                assertThat(listed)
                        .allMatch(unit -> unit.parent() == null
                                || all.stream().map(Ref::to).anyMatch(unit.parent()::equals));
            }
        });
    }

    @Property(tries = 10)
    void usersActWhereAndAsTheDirectorySays(@ForAll("worlds") Blueprint blueprint) {
        inWorld(blueprint, (place, records) -> {
            Ref<User> unknown = new Ref<>(TimeOrderedId.next());
            assertThat(place.directory.find(unknown, records)).isEmpty();
            Actors actors = new Actors(place.directory, records);
            for (User user : place.world.made(User.TYPE)) {
                Member member = place.member(user, records);
                List<Actor> everywhere = actors.everywhere(Ref.to(user));
                assertThat(everywhere)
                        .extracting(Actor::organization)
                        .containsExactlyInAnyOrderElementsOf(member.enabled() ? member.organizations() : Set.of());
                everywhere.forEach(actor -> {
                    assertThat(actor.roles()).isEqualTo(member.roles());
                    assertThat(member.units()).containsAll(actor.units());
                    assertThat(actor.division()).containsAll(actor.units());
                });
            }
        });
    }

    @Property(tries = 5)
    void sessionsShowWhatTheirUsersMaySee(@ForAll("worlds") Blueprint blueprint, @ForAll AccessLevel level) {
        Place place = Place.of(blueprint, newStore(), level, this);
        Session system = place.crm.asSystem();
        for (User user : place.world.made(User.TYPE)) {
            Member member = place.store.inTransaction(records -> place.member(user, records));
            if (member.enabled()) {
                member.organizations().forEach(organization -> {
                    Session session = place.crm.as(user, organization);
                    session.inTransaction(tx -> {
                        place.crm.schema().types().forEach(type -> checkShown(tx, type, system));
                    });
                });
            }
        }
    }

    private static <R extends CrmRecord> void checkShown(Session session, EntityType<R> type, Session system) {
        List<R> allowed = system.select(type).list().stream()
                .filter(record -> session.may(Permission.VIEW, record))
                .toList();
        assertThat(session.select(type).list()).isEqualTo(allowed);
        assertThat(session.select(type).count()).isEqualTo(allowed.size());
    }

    private void inWorld(Blueprint blueprint, BiConsumer<Place, Records> work) {
        Place place = Place.of(blueprint, newStore(), AccessLevel.NONE, this);
        boolean done = place.store.inTransaction(records -> {
            work.accept(place, records);
            return true;
        });
        assertThat(done).isTrue();
    }

    /** A world whose CRM asks the directory, and lets everybody do everything up to a level. */
    private record Place(RecordStore store, Crm crm, World world, Directory directory) {

        static Place of(Blueprint blueprint, RecordStore store, AccessLevel level, DirectoryContract contract) {
            ComingDirectory coming = new ComingDirectory();
            AccessPolicy roles =
                    AccessCase.everything(ROLE, level, AccessCase.open(new InMemoryStore(), RolePolicy.of()));
            Crm crm = Crm.open(
                    store,
                    config -> config.entity(Partner.TYPE, Visit.TYPE)
                            .directory(coming)
                            .access((actor, directory) -> roles.rightsOf(AccessCase.withRole(actor, ROLE), directory)));
            List<Step> steps = new ArrayList<>(blueprint.steps());
            steps.add(Place::addIdleUser);
            World world = new Blueprint(steps).build(crm);
            Directory directory = contract.directory(world);
            coming.come(directory);
            return new Place(store, crm, world, directory);
        }

        private static void addIdleUser(World world) {
            Organization home = world.pick(Organization.TYPE, 0).orElseThrow();
            User idle = new User(world.name(User.TYPE), "idle@acme.example", "Idle", "Example", home);
            idle.setEnabled(false);
            world.add(idle);
        }

        List<Ref<Organization>> organizations() {
            return world.made(Organization.TYPE).stream().map(Ref::to).toList();
        }

        Member member(User user, Records records) {
            return directory
                    .find(Ref.to(user), records)
                    .orElseThrow(() -> new AssertionError(user.getUsername() + " is not in the directory"));
        }

        /** The condition selects, on its own and as part of another, the users of whom the directory says so. */
        void checkUsers(Criterion<User> where, Predicate<Member> said, String what, Records records) {
            List<User> users = records.select(User.TYPE, Query.<User>all())
                    .filter(user -> said.test(member(user, records)))
                    .toList();
            assertThat(records.select(User.TYPE, Query.of(where))).as(what).isEqualTo(users);
            assertThat(records.select(User.TYPE, Query.<User>all()).filter(user -> where.test(user, records)))
                    .as(what)
                    .isEqualTo(users);
            Set<Ref<User>> owners = new HashSet<>();
            users.forEach(user -> owners.add(Ref.to(user)));
            assertThat(records.select(Account.TYPE, Query.of(Account.OWNER.matches(where))))
                    .as("accounts of " + what)
                    .isEqualTo(records.select(Account.TYPE, Query.of(Account.OWNER.in(owners)))
                            .toList());
        }
    }
}
