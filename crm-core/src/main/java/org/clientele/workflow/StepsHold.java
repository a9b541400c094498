package org.clientele.workflow;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Ruling;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;

/** A record is in a step only if the step allows what it has: also when it comes there by a merge or an undo. */
final class StepsHold implements Ruling<WorkflowProgress> {

    private final List<Workflow<?>> workflows;

    StepsHold(List<Workflow<?>> workflows) {
        this.workflows = workflows;
    }

    @Override
    public EntityType<WorkflowProgress> type() {
        return WorkflowProgress.TYPE;
    }

    @Override
    public List<Invariant<WorkflowProgress>> over(List<WorkflowProgress> saved, Together together) {
        Map<UUID, CrmRecord> records = records(saved, together);
        return List.of(new Invariant<>(
                WorkflowProgress.STEP,
                (progress, context) -> workflows.stream()
                        .filter(workflow -> Progresses.isOf(progress, workflow))
                        .map(workflow -> objection(workflow, progress, records, together))
                        .flatMap(Optional::stream)
                        .findFirst()));
    }

    @Override
    public boolean looksAt(Property<?, ?> property) {
        return property == WorkflowProgress.RECORD;
    }

    /** Another step holds for the record. */
    @Override
    public Set<AnyRef> concerned(WorkflowProgress before, WorkflowProgress after) {
        AnyRef record = after.getRecord();
        boolean isElsewhere = !Objects.equals(before.getStep(), after.getStep())
                || !Objects.equals(before.getRecord(), after.getRecord());
        return record != null && isElsewhere ? Set.of(record) : Set.of();
    }

    /** The records that are not saved themselves, for those are looked at by themselves. */
    private static Map<UUID, CrmRecord> records(List<WorkflowProgress> saved, Together together) {
        Set<AnyRef> sought = new LinkedHashSet<>();
        saved.stream().map(WorkflowProgress::getRecord).forEach(ref -> {
            if (ref != null) {
                sought.add(ref);
            }
        });
        together.written(CrmRecord.class).map(together::refTo).forEach(sought::remove);
        Map<UUID, CrmRecord> found = new HashMap<>();
        together.findAll(sought).forEach(record -> found.put(record.getId(), record));
        return found;
    }

    private static <R extends CrmRecord> Optional<String> objection(
            Workflow<R> workflow, WorkflowProgress progress, Map<UUID, CrmRecord> records, Together together) {
        AnyRef ref = progress.getRecord();
        CrmRecord record = ref == null ? null : records.get(ref.id());
        boolean isJudged = record != null
                && workflow.type().recordClass().isInstance(record)
                && together.lookup()
                        .find(WorkflowActivation.class, workflow.activation())
                        .filter(WorkflowActivation::isRunning)
                        .isPresent();
        return isJudged && record != null
                ? workflow.step(progress.getStep())
                        .flatMap(step -> objection(
                                workflow, step, workflow.type().recordClass().cast(record)))
                : Optional.empty();
    }

    private static <R extends CrmRecord> Optional<String> objection(Workflow<R> workflow, Step<R> step, R record) {
        return step.limited().stream()
                .filter(property -> step.objection(property, record, Progresses.where(workflow, step))
                        .isPresent())
                .findFirst()
                .map(property -> "is not for a record of such a " + property + ", " + Progresses.where(workflow, step)
                        + "; give it one that the step allows first");
    }
}
