package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.clientele.MassAnswer;
import org.clientele.Workflows;
import org.clientele.access.Capability;
import org.clientele.model.CrmRecord;
import org.clientele.store.RecordNotFoundException;
import org.clientele.workflow.ActivationPlan;
import org.clientele.workflow.Step;
import org.clientele.workflow.Transition;
import org.clientele.workflow.Workflow;

/** Probes of workflows: of what is hidden, nothing is told; and a workflow that is not registered tells nothing at all. */
final class WorkflowProbes {

    private WorkflowProbes() {}

    static Map<String, Probe> all() {
        return Map.ofEntries(
                Map.entry("Session.workflows()", WorkflowProbes::places),
                Map.entry("Workflows.of(CrmRecord)", WorkflowProbes::places),
                Map.entry("Workflows.history(CrmRecord)", WorkflowProbes::history),
                Map.entry("Workflows.perform(CrmRecord, Transition)", WorkflowProbes::perform),
                Map.entry("Workflows.perform(CrmRecord, Transition, Consumer)", WorkflowProbes::perform),
                Map.entry("Workflows.performEach(List, Transition)", WorkflowProbes::performEach),
                Map.entry("Workflows.planActivation(Workflow)", WorkflowProbes::activation),
                Map.entry("Workflows.activate(ActivationPlan)", WorkflowProbes::activation),
                Map.entry("Workflows.deactivate(Workflow)", WorkflowProbes::activation));
    }

    private static <R extends CrmRecord> Transition<R> transition() {
        Step<R> step = Step.named("any");
        return Transition.from(step, "go", step, transition -> {});
    }

    private static <R extends CrmRecord> void places(Scene<R> scene) {
        scene.seen().stream()
                .limit(2)
                .forEach(record -> assertThat(scene.session().workflows().of(record))
                        .as("%s", scene)
                        .isEmpty());
        for (R record : scene.hidden()) {
            isNotFound(
                    scene, record, scene.viewer().refusal(own -> own.workflows().of(scene.forged(record))));
        }
    }

    private static <R extends CrmRecord> void history(Scene<R> scene) {
        for (R record : scene.hidden()) {
            isNotFound(
                    scene, record, scene.viewer().refusal(own -> own.workflows().history(scene.forged(record))));
        }
    }

    private static <R extends CrmRecord> void perform(Scene<R> scene) {
        Transition<R> transition = transition();
        for (R record : scene.hidden()) {
            isNotFound(
                    scene,
                    record,
                    scene.viewer().refusal(own -> own.workflows().perform(scene.forged(record), transition)));
        }
    }

    private static <R extends CrmRecord> void isNotFound(Scene<R> scene, R record, String refusal) {
        assertThat(refusal)
                .as("%s", scene)
                .matches(given -> given.startsWith(RecordNotFoundException.class.getSimpleName())
                        || given.contains(Capability.PERFORM_TRANSITIONS.name()));
        scene.tellsNothingOf(record, refusal);
    }

    private static <R extends CrmRecord> void performEach(Scene<R> scene) {
        Transition<R> transition = transition();
        for (R record : scene.hidden()) {
            MassAnswer<R> answer = scene.alone().workflows().performEach(List.of(scene.forged(record)), transition);
            assertThat(answer.done()).as("%s", scene).isEmpty();
            answer.refused()
                    .forEach(one -> scene.tellsNothingOf(
                            record, String.valueOf(one.reason().getMessage())));
        }
    }

    private static <R extends CrmRecord> void activation(Scene<R> scene) {
        Workflow<R> unknown =
                Workflow.define("unknown", scene.type(), flow -> flow.start(Step.named("any", Step.Definition::last)));
        ActivationPlan plan = new ActivationPlan("unknown", false, 0, List.of(), 0, List.of(), List.of());
        for (Consumer<Workflows> each : List.<Consumer<Workflows>>of(
                own -> own.planActivation(unknown), own -> own.activate(plan), own -> own.deactivate(unknown))) {
            assertThatThrownBy(() -> each.accept(scene.alone().workflows()))
                    .as("%s", scene)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no workflow of this CRM");
        }
    }
}
