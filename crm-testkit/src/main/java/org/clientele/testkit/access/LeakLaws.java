package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Session;
import org.clientele.access.Capability;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.junit.jupiter.api.Test;

/** That no public call of a session, and of nothing that it hands over, shows or touches what the decision denies. */
abstract class LeakLaws extends SessionExamples {

    private static final int FEWEST_ENTRY_POINTS = 55;
    private static final int HIDDEN_OF_A_TYPE = 2;

    @Test
    void everyEntryPointOfASessionIsProbedForLeaks() {
        Set<String> points = EntryPoints.ofSession();
        assertThat(points).hasSizeGreaterThanOrEqualTo(FEWEST_ENTRY_POINTS);
        Set<String> unprobed = new LinkedHashSet<>(points);
        unprobed.removeAll(Probes.all().keySet());
        assertThat(unprobed)
                .as("entry points that may show hidden records; add a probe of each to the Probes in %s", packageName())
                .isEmpty();
        Set<String> idle = new LinkedHashSet<>(Probes.all().keySet());
        idle.removeAll(points);
        assertThat(idle)
                .as(
                        "probes of no entry point; rename each in %s as its method is called now, or delete it",
                        packageName())
                .isEmpty();
    }

    private static String packageName() {
        return LeakLaws.class.getPackageName();
    }

    @Property(tries = 10)
    void noCallShowsOrTouchesWhatTheDecisionDenies(
            @ForAll("worlds") Blueprint blueprint, @ForAll("rules") List<Rule> rules, @ForAll Random random) {
        World world = blueprint.build(open(newStore(), policy(rules, Capability.values())));
        Map<EntityType<?>, List<CrmRecord>> all = all(world);
        for (Session alone : world.sessions()) {
            alone.inTransaction(within -> {
                Viewer viewer = Viewer.of(world, within, alone, all);
                all.forEach((type, records) -> probe(viewer, type, records, random));
            });
        }
        assertThat(states(all(world))).as("what there is after all calls").isEqualTo(states(all));
    }

    private static Map<EntityType<?>, List<CrmRecord>> all(World world) {
        Map<EntityType<?>, List<CrmRecord>> all = new LinkedHashMap<>();
        world.crm()
                .asSystem()
                .inTransaction(system -> world.crm()
                        .schema()
                        .types()
                        .forEach(type ->
                                all.put(type, List.copyOf(system.select(type).list()))));
        return all;
    }

    /** Each record in its version: a write that was kept gives another one. */
    private static Set<String> states(Map<EntityType<?>, List<CrmRecord>> all) {
        Set<String> states = new LinkedHashSet<>();
        all.values().forEach(records -> records.forEach(record -> states.add(record + " " + record.getVersion())));
        return states;
    }

    private static <R extends CrmRecord> void probe(
            Viewer viewer, EntityType<R> type, List<CrmRecord> records, Random random) {
        List<R> hidden = new ArrayList<>(records.stream()
                .filter(record -> !viewer.shown().contains(record.getId()))
                .map(type.recordClass()::cast)
                .toList());
        Collections.shuffle(hidden, random);
        List<R> few = hidden.subList(0, Math.min(HIDDEN_OF_A_TYPE, hidden.size()));
        Scene<R> scene = new Scene<>(viewer, type, viewer.seen(type), few);
        Probes.all().values().forEach(probe -> probe.look(scene));
    }
}
