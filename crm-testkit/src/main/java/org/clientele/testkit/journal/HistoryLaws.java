package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.History;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.customer.Customer;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.JournalEntry;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;

/** The laws of what a session tells of the past: it is what a reader of the whole journal finds who asks about each change. */
abstract class HistoryLaws extends HistoryExamples {

    private static final List<EntityType<?>> KNOWN = List.of(
            Account.TYPE, Customer.TYPE, Partner.TYPE, Visit.TYPE, Opportunity.TYPE, User.TYPE, JournalEntry.TYPE);

    /** The seller sees her own, the clerk what is there in the organization, the leader also what is gone. */
    static RolePolicy policy() {
        Role seller = Role.named("seller");
        Role clerk = Role.named("clerk");
        Role leader = Role.named("leader");
        for (EntityType<?> type : KNOWN) {
            if (type != JournalEntry.TYPE) {
                seller = seller.grant(type, AccessLevel.USER, Permission.values());
                clerk = clerk.grant(type, AccessLevel.ORGANIZATION, Permission.values());
            }
            leader = leader.grant(type, AccessLevel.ORGANIZATION, Permission.values());
        }
        return RolePolicy.of(seller, clerk, leader);
    }

    static World world(Blueprint blueprint, RecordStore store, RolePolicy policy) {
        return blueprint.build(Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE).access(policy).clock(new Ticking())));
    }

    /** The system, and some of the users. */
    static List<Session> readers(World world) {
        List<Session> readers = new ArrayList<>(world.sessions());
        readers = new ArrayList<>(readers.subList(0, Math.min(4, readers.size())));
        readers.add(world.crm().asSystem());
        return readers;
    }

    static void perform(List<Act> acts, World world, List<Session> actors) {
        for (int i = 0; i < acts.size(); i++) {
            acts.get(i).isDone(actors.get((2 * i + 1) % actors.size()), world);
            acts.get(i).isDone(actors.get(actors.size() - 1), world);
        }
    }

    @Property(tries = 4)
    void historyIsWhatAReaderOfTheWholeJournalFinds(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        RecordStore store = newStore();
        World world = world(blueprint, store, policy());
        List<Session> readers = readers(world);
        perform(acts, world, readers);
        for (Session session : readers) {
            Onlooker onlooker = new Onlooker(world, session, store);
            check(session.history(), onlooker, set -> true, change -> true);
            checkActors(session, world, onlooker);
            checkTypes(session, onlooker);
            checkTimes(session, onlooker);
        }
    }

    private static void checkActors(Session session, World world, Onlooker onlooker) {
        for (User user : world.made(User.TYPE)) {
            check(session.history().by(user), onlooker, set -> user.getId().equals(set.actor()), change -> true);
        }
        check(session.history().bySystem(), onlooker, set -> set.actor() == null, change -> true);
    }

    private static void checkTypes(Session session, Onlooker onlooker) {
        for (EntityType<?> type : List.of(Account.TYPE, Customer.TYPE, Visit.TYPE)) {
            check(session.history().of(type), onlooker, set -> true, change -> onlooker.isOf(type, change));
            onlooker.history(set -> true, change -> onlooker.isOf(type, change)).stream()
                    .flatMap(set -> set.changes().stream())
                    .limit(4)
                    .forEach(one -> check(
                            session.history().of(type, one.record().id()),
                            onlooker,
                            set -> true,
                            change -> change.record().equals(one.record())));
        }
    }

    private static void checkTimes(Session session, Onlooker onlooker) {
        List<ChangeSet> all = onlooker.history(set -> true, change -> true);
        if (!all.isEmpty()) {
            Instant from = all.get(all.size() / 2).recordedAt();
            Instant to = all.get(all.size() / 4).recordedAt();
            Predicate<ChangeSet> isBetween =
                    set -> !set.recordedAt().isBefore(from) && !set.recordedAt().isAfter(to);
            check(session.history().between(from, to), onlooker, isBetween, change -> true);
            check(
                    session.history().bySystem().between(from, to).of(Account.TYPE),
                    onlooker,
                    isBetween.and(set -> set.actor() == null),
                    change -> onlooker.isOf(Account.TYPE, change));
        }
    }

    private static void check(
            History history, Onlooker onlooker, Predicate<ChangeSet> sets, Predicate<Change> changes) {
        List<ChangeSet> expected = onlooker.history(sets, changes);
        assertThat(history.list()).isEqualTo(expected);
        assertThat(history.stream().toList()).isEqualTo(expected);
        assertThat(pages(history)).isEqualTo(expected);
        for (ChangeSet set : expected) {
            assertThat(history.find(set.id())).contains(set);
        }
    }

    private static List<ChangeSet> pages(History history) {
        List<ChangeSet> all = new ArrayList<>();
        List<ChangeSet> page = history.latest(2);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = history.before(page.get(page.size() - 1)).latest(3);
        }
        return all;
    }

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMaxSize(20).withoutEdgeCases();
    }
}
