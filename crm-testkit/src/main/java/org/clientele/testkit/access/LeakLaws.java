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

    private static final int FEWEST_ENTRY_POINTS = 85;
    private static final int ACTORS_OF_A_WORLD = 3;
    private static final int HIDDEN_OF_A_TYPE = 2;
    private static final int SCENES_OF_A_PROBE = 6;

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
        for (Session alone : some(world.sessions(), ACTORS_OF_A_WORLD, random)) {
            alone.inTransaction(within -> {
                Viewer viewer = Viewer.of(world, within, alone, all);
                Surroundings.check(viewer);
                List<Scene<?>> scenes = new ArrayList<>();
                all.forEach((type, records) -> scenes.add(scene(viewer, type, records, random)));
                Probes.all()
                        .values()
                        .forEach(
                                probe -> some(scenes, SCENES_OF_A_PROBE, random).forEach(probe::look));
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

    private static <T> List<T> some(List<T> all, int most, Random random) {
        List<T> some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(most, some.size()));
    }

    private static <R extends CrmRecord> Scene<R> scene(
            Viewer viewer, EntityType<R> type, List<CrmRecord> records, Random random) {
        List<R> hidden = records.stream()
                .filter(record -> !viewer.shown().contains(record.getId()))
                .map(type.recordClass()::cast)
                .toList();
        return new Scene<>(viewer, type, viewer.seen(type), some(hidden, HIDDEN_OF_A_TYPE, random));
    }
}
