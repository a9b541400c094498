package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.model.CrmRecord;

/** Probes of merging: a hidden record is no master, is not absorbed, and gives no values. */
final class MergeProbes {

    private MergeProbes() {}

    static Map<String, Probe> all() {
        return Map.of(
                "Session.planMerge(EntityType, Consumer)", MergeProbes::plan,
                "Session.readPlan(EntityType, String, MergeStrategy[])", MergeProbes::read,
                "Session.apply(MergePlan)", MergeProbes::apply);
    }

    private static <R extends CrmRecord> void plan(Scene<R> scene) {
        eachPair(scene, pair -> {
            checkPlan(scene, pair.hidden, pair.intoHidden(scene));
            checkPlan(scene, pair.hidden, pair.ofHidden(scene));
        });
    }

    private static <R extends CrmRecord> void checkPlan(Scene<R> scene, R hidden, MergePlan<R> plan) {
        scene.tellsNoName(hidden, plan.toString());
        assertThat(plan.problems()).as("%s", scene).isNotEmpty();
        assertThat(plan.changes()).as("%s", scene).isEmpty();
        assertThat(plan.relinks()).as("%s", scene).isEmpty();
        assertThat(plan.carried()).as("%s", scene).isEmpty();
        assertThat(plan.dropped()).as("%s", scene).isEmpty();
        assertThat(plan.members())
                .filteredOn(member -> member.record().id().equals(hidden.getId()))
                .as("%s", scene)
                .allMatch(member -> member.version() == null);
    }

    /** Reading tells what the text says, and asks nothing of the records. */
    private static <R extends CrmRecord> void read(Scene<R> scene) {
        eachPair(scene, pair -> {
            String text = pair.intoHidden(scene).toText();
            scene.tellsNoName(pair.hidden, text);
            checkPlan(scene, pair.hidden, scene.alone().readPlan(scene.type(), text));
        });
    }

    /** Neither an own plan is done, nor one that somebody made who sees more. */
    private static <R extends CrmRecord> void apply(Scene<R> scene) {
        eachPair(scene, pair -> {
            List<MergePlan<R>> plans = List.of(
                    pair.intoHidden(scene),
                    pair.ofHidden(scene),
                    scene.system()
                            .planMerge(
                                    scene.type(),
                                    choices -> choices.master(pair.seen).absorb(List.of(pair.hidden))));
            for (MergePlan<R> plan : plans) {
                MergeOutcome<R> outcome = scene.alone().apply(plan);
                assertThat(outcome).as("%s", scene).isNotInstanceOf(MergeOutcome.Applied.class);
                if (outcome instanceof MergeOutcome.Rejected<R> rejected) {
                    scene.tellsNoName(pair.hidden, rejected.problems().toString());
                }
            }
        });
    }

    /** A record that the actor may not view, and one that the actor may. */
    private record Pair<R extends CrmRecord>(R hidden, R seen) {

        MergePlan<R> intoHidden(Scene<R> scene) {
            return scene.session()
                    .planMerge(scene.type(), choices -> choices.master(hidden).absorb(List.of(seen)));
        }

        MergePlan<R> ofHidden(Scene<R> scene) {
            return scene.session()
                    .planMerge(scene.type(), choices -> choices.master(seen).absorb(List.of(hidden)));
        }
    }

    private static <R extends CrmRecord> void eachPair(Scene<R> scene, Consumer<Pair<R>> check) {
        scene.seen().stream()
                .findFirst()
                .ifPresent(seen -> scene.hidden().forEach(hidden -> check.accept(new Pair<>(hidden, seen))));
    }
}
