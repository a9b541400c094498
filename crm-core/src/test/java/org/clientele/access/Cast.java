package org.clientele.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Ref;

/** Who plays in the tests of access: ivan is in Berlin and has all roles of the policy; olga has no unit and no role. */
final class Cast {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);

    final InMemoryStore store = new InMemoryStore();
    final Crm crm;
    final Session system;
    final Organization acuserv;
    final Organization nord;
    final BusinessUnit berlin;
    final BusinessUnit mitte;
    final BusinessUnit wien;
    final User olga;
    final User ivan;

    Cast(Role... roles) {
        crm = Crm.open(store, config -> config.clock(CLOCK).entity(Memo.TYPE).access(RolePolicy.of(roles)));
        system = crm.asSystem();
        acuserv = system.save(new Organization("Acuserv GmbH"));
        nord = system.save(new Organization("Nord AG"));
        berlin = system.save(new BusinessUnit("Berlin", acuserv));
        mitte = system.save(new BusinessUnit("Mitte", berlin));
        wien = system.save(new BusinessUnit("Wien", acuserv));
        olga = user("olga", acuserv);
        User member = new User("ivan", "ivan@acuserv.example", "Ivan", "Iv", acuserv).addBusinessUnit(berlin);
        Arrays.asList(roles).forEach(role -> member.addRole(role.name()));
        ivan = system.save(member);
    }

    User user(String name, Organization home, BusinessUnit... units) {
        User user = new User(name, name + "@acuserv.example", name, "Example", home);
        Arrays.asList(units).forEach(user::addBusinessUnit);
        return system.save(user);
    }

    /** A session of ivan as he is now, in the organization Acuserv GmbH. */
    Session ivan() {
        return crm.as(ivan, Ref.to(acuserv));
    }

    /** Changes a stored user. */
    void change(User user, Consumer<User> change) {
        User stored = system.get(User.TYPE, user.getId());
        change.accept(stored);
        system.save(stored);
    }

    Account account(String name, User owner) {
        return account(name, owner, acuserv);
    }

    Account account(String name, User owner, Organization organization) {
        Account account = new Account(name);
        account.setOrganization(Ref.to(organization));
        account.setOwner(Ref.to(owner));
        return put(Account.TYPE, account);
    }

    Channel channel(String name, Organization organization) {
        Channel channel = new Channel(name, ChannelType.SALES);
        channel.setOrganization(Ref.to(organization));
        return system.save(channel);
    }

    /** Writes a new record straight into the store, past all rules. */
    <R extends CrmRecord> R put(EntityType<R> type, R record) {
        return store.inTransaction(records -> type.recordClass()
                .cast(records.write(List.of(new Write.Insert<>(type, record))).get(0)));
    }

    /** Changes a stored record straight in the store, past all rules. */
    <R extends CrmRecord> R twist(EntityType<R> type, R record, Consumer<R> change) {
        return store.inTransaction(records -> {
            R before = records.find(type, record.getId()).orElseThrow();
            R after = type.copy(before);
            change.accept(after);
            return type.recordClass()
                    .cast(records.write(List.of(new Write.Update<>(type, before, after)))
                            .get(0));
        });
    }

    /** Takes a record straight out of the store, past all rules. */
    <R extends CrmRecord> void drop(EntityType<R> type, R record) {
        store.inTransaction(records -> records.write(List.of(
                new Write.Delete<>(type, records.find(type, record.getId()).orElseThrow()))));
    }

    /** The names of the records of a type that a session shows. */
    static <R extends CrmRecord> Set<String> names(Session session, EntityType<R> type) {
        return session.select(type).list().stream().map(type::nameOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
