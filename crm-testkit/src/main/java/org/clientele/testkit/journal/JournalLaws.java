package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;

/**
 * The laws of the journal on a store. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link RecordStoreContract}.
 */
public abstract class JournalLaws extends AsOfLaws {

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    private static List<ChangeSet> journal(RecordStore store) {
        return store.inTransaction(records -> new Journal(records).all());
    }

    private static long entries(Session system) {
        return system.select(JournalEntry.TYPE).count();
    }

    private static World world(Blueprint blueprint, RecordStore store) {
        RolePolicy policy =
                RolePolicy.of(Worlds.ROLES.stream().map(Role::administrator).toArray(Role[]::new));
        return blueprint.build(Crm.open(
                store, config -> config.entity(Partner.TYPE, Visit.TYPE).access(policy)));
    }

    /** The system, and every user in every organization. */
    private static List<Session> actors(World world) {
        List<Session> actors = new ArrayList<>(List.of(world.crm().asSystem()));
        actors.addAll(world.sessions());
        return actors;
    }

    @Property(tries = 20)
    void theJournalReplayedFromEmptyGivesTheStore(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        RecordStore store = newStore();
        World world = world(blueprint, store);
        List<Session> actors = actors(world);
        Session system = world.crm().asSystem();
        for (Act act : acts) {
            long before = entries(system);
            if (!act.isDone(actors.get(acts.indexOf(act) % actors.size()), world)) {
                assertThat(entries(system))
                        .as("entries after a refusal of " + act)
                        .isEqualTo(before);
            }
        }
        new Replay(world.crm().schema()).apply(journal(store)).assertIsTheStateOf(system);
    }

    @Property(tries = 10)
    void theHistoryOfARecordGivesTheRecord(@ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        World world = world(blueprint, newStore());
        Session system = world.crm().asSystem();
        acts.forEach(act -> act.isDone(system, world));
        for (EntityType<?> type : world.crm().schema().types()) {
            if (type != JournalEntry.TYPE) {
                system.select(type).list().forEach(record -> checkHistory(system, record, world));
            }
        }
    }

    private static <R extends CrmRecord> void checkHistory(Session system, R record, World world) {
        List<ChangeSet> history = new ArrayList<>(system.history(record));
        Collections.reverse(history);
        assertThat(history).isNotEmpty();
        assertThat(history)
                .flatExtracting(ChangeSet::changes)
                .allMatch(change -> change.record().id().equals(record.getId()));
        new Replay(world.crm().schema())
                .apply(history)
                .assertIsTheStateOf(record, world.crm().schema().typeOf(record));
    }

    @Property(tries = 10)
    void whatATransactionThatFailsDidIsNeitherStoredNorTold(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        RecordStore store = newStore();
        World world = world(blueprint, store);
        Session system = world.crm().asSystem();
        List<ChangeSet> before = journal(store);
        assertThatThrownBy(() -> system.inTransaction(tx -> {
                    acts.forEach(act -> act.isDone(tx, world));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(journal(store)).isEqualTo(before);
        new Replay(world.crm().schema()).apply(before).assertIsTheStateOf(system);
    }

    @Property(tries = 10)
    void aTransactionIsOneChangeSetAndTellsOfWhatItKept(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        RecordStore store = newStore();
        World world = world(blueprint, store);
        Session system = world.crm().asSystem();
        int before = journal(store).size();
        system.inTransaction(tx -> acts.forEach(act -> act.isDone(tx, world)));
        assertThat(journal(store)).hasSizeBetween(before, before + 1);
        new Replay(world.crm().schema()).apply(journal(store)).assertIsTheStateOf(system);
    }

    @Property(tries = 10)
    void aRecordSavedUnchangedWritesNothing(@ForAll("worlds") Blueprint blueprint) {
        World world = world(blueprint, newStore());
        for (Session session : actors(world)) {
            long before = entries(world.crm().asSystem());
            for (EntityType<?> type : world.crm().schema().types()) {
                if (type != JournalEntry.TYPE) {
                    session.select(type)
                            .list()
                            .forEach(record -> assertThat(session.save(record).getVersion())
                                    .isEqualTo(record.getVersion()));
                }
            }
            assertThat(entries(world.crm().asSystem())).isEqualTo(before);
        }
    }
}
