package org.clientele.workflow;

import static org.clientele.property.Traits.maxLength;
import static org.clientele.property.Traits.required;

import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * In which step of a workflow a record is. The CRM alone makes and changes it; the journal tells how the record came there. It
 * goes with the record; in a merge it moves with it, unless the master is in that workflow itself.
 */
public class WorkflowProgress extends CrmRecord {

    private static final int NAME_LENGTH = 255;

    public static final ReferenceProperty<WorkflowProgress, WorkflowActivation> WORKFLOW = ReferenceProperty.of(
                    "workflow",
                    WorkflowActivation.class,
                    WorkflowProgress::getWorkflow,
                    (WorkflowProgress progress, Ref<WorkflowActivation> workflow) ->
                            progress.workflow = workflow == null ? null : workflow.id())
            .with(required());
    public static final AnyReferenceProperty<WorkflowProgress> RECORD = AnyReferenceProperty.of(
                    "record",
                    WorkflowProgress::getRecord,
                    (WorkflowProgress progress, AnyRef ref) -> progress.record = ref)
            .with(required(), WhenTargetGoes.GO_ALONG);
    /** The name of the step. */
    public static final TextProperty<WorkflowProgress> STEP = TextProperty.of(
                    "step", WorkflowProgress::getStep, (WorkflowProgress progress, String step) -> progress.step = step)
            .with(required(), maxLength(NAME_LENGTH));
    /** The name of the transition by which the record came to where it is; null when it began there. */
    public static final TextProperty<WorkflowProgress> TRANSITION = TextProperty.of(
                    "transition",
                    WorkflowProgress::getTransition,
                    (WorkflowProgress progress, String transition) -> progress.transition = transition)
            .with(maxLength(NAME_LENGTH));
    /** How many transitions the record has gone through. */
    public static final NumberProperty<WorkflowProgress, Integer> MOVES = NumberProperty.ofInteger(
                    "moves",
                    WorkflowProgress::getMoves,
                    (WorkflowProgress progress, Integer moves) -> progress.moves = moves == null ? 0 : moves)
            .with(required());

    public static final EntityType<WorkflowProgress> TYPE = EntityType.define(
            "workflow progress",
            WorkflowProgress.class,
            WorkflowProgress::new,
            type -> type.properties(WORKFLOW, RECORD, STEP, TRANSITION, MOVES)
                    .distinctBy(WORKFLOW, RECORD)
                    .named(STEP)
                    .madeByCrm());

    private @Nullable UUID workflow;
    private @Nullable AnyRef record;
    private @Nullable String step;
    private @Nullable String transition;
    private int moves;

    /** An empty progress. */
    protected WorkflowProgress() {}

    /** The progress of a record that begins in a step. */
    static WorkflowProgress of(UUID activation, AnyRef record, String step) {
        WorkflowProgress progress = new WorkflowProgress();
        progress.workflow = activation;
        progress.record = record;
        progress.step = step;
        return progress;
    }

    /** Goes on to a step. */
    void move(String name, String to) {
        transition = name;
        step = to;
        moves++;
    }

    /** Begins anew in a step, as it is found there. */
    void place(String at) {
        transition = null;
        step = at;
    }

    /** Whether the record goes through a transition that it has not gone through before. */
    boolean isMovedSince(WorkflowProgress before) {
        return moves > before.moves;
    }

    public @Nullable Ref<WorkflowActivation> getWorkflow() {
        return workflow == null ? null : new Ref<>(workflow);
    }

    public @Nullable AnyRef getRecord() {
        return record;
    }

    /** The name of the step. */
    public @Nullable String getStep() {
        return step;
    }

    /** The name of the transition by which the record came to where it is; null when it began there. */
    public @Nullable String getTransition() {
        return transition;
    }

    /** How many transitions the record has gone through. */
    public int getMoves() {
        return moves;
    }
}
