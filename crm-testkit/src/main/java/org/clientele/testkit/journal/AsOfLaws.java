package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.RecordStore;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;

/** The laws of the state as of an instant: it is what somebody saw who looked then. */
abstract class AsOfLaws extends AsOfExamples {

    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    @Property(tries = 4)
    void theStateAsOfAnInstantIsWhatWasThereThen(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        RecordStore store = newStore();
        World world = world(blueprint, store, policy());
        Session system = world.crm().asSystem();
        Schema schema = world.crm().schema();
        List<Session> actors = readers(world);
        List<Snapshot> snapshots = new ArrayList<>(List.of(Snapshot.take(system, schema)));
        for (Act act : acts) {
            perform(List.of(act), world, actors);
            if (snapshots.size() < 6) {
                snapshots.add(Snapshot.take(system, schema));
            }
        }
        snapshots.add(Snapshot.take(system, schema));
        for (EntityType<?> type : snapshots.get(0).values().keySet()) {
            Set<UUID> ids = new LinkedHashSet<>();
            snapshots.forEach(snapshot -> ids.addAll(snapshot.of(type).keySet()));
            snapshots.forEach(snapshot -> check(system, type, snapshot, ids, schema));
            assertThat(system.asOf(LONG_AGO).findAll(type, ids)).isEmpty();
        }
    }

    private static <R extends CrmRecord> void check(
            Session system, EntityType<R> type, Snapshot snapshot, Set<UUID> ids, Schema schema) {
        List<R> then = system.asOf(snapshot.taken()).findAll(type, ids);
        assertThat(Snapshot.byId(then, schema))
                .as("all of %s as of %s", type, snapshot.taken())
                .isEqualTo(snapshot.of(type));
    }

    @Property(tries = 3)
    void whoMayNotSeeARecordTodayDoesNotSeeItAsItWas(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts) {
        RecordStore store = newStore();
        World world = world(blueprint, store, policy());
        List<Session> readers = readers(world);
        Snapshot before = Snapshot.take(world.crm().asSystem(), world.crm().schema());
        perform(acts, world, readers);
        Snapshot after = Snapshot.take(world.crm().asSystem(), world.crm().schema());
        for (Session session : readers) {
            after.values().forEach((type, there) -> {
                List<UUID> shown = session.select(type).list().stream()
                        .map(CrmRecord::getId)
                        .toList();
                assertThat(session.asOf(after.taken()).findAll(type, there.keySet()))
                        .extracting(CrmRecord::getId)
                        .isEqualTo(shown);
                Set<UUID> were = new LinkedHashSet<>(there.keySet());
                were.retainAll(before.of(type).keySet());
                assertThat(session.asOf(before.taken()).findAll(type, were))
                        .extracting(CrmRecord::getId)
                        .isEqualTo(shown.stream().filter(were::contains).toList());
            });
        }
    }
}
