package org.clientele.workflow;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/**
 * Records of a type obey the active workflows, whoever writes them. New ones begin in the first step, ones that come back in
 * the step that they look like, and ones that are saved keep to what their step says.
 */
final class Obedience<R extends CrmRecord> implements Ruling<R> {

    private final EntityType<R> type;
    private final List<Workflow<R>> workflows;

    /** @param workflows those of this very type */
    Obedience(EntityType<R> type, List<Workflow<R>> workflows) {
        this.type = type;
        this.workflows = workflows;
    }

    @Override
    public EntityType<R> type() {
        return type;
    }

    @Override
    public List<CrmRecord> companions(List<R> appearing, Together together) {
        List<CrmRecord> beginning = new ArrayList<>();
        for (Workflow<R> workflow : workflows) {
            boolean isRunning = together.lookup()
                    .find(WorkflowActivation.class, workflow.activation())
                    .filter(WorkflowActivation::isRunning)
                    .isPresent();
            if (isRunning) {
                appearing.forEach(record -> first(workflow, record, together)
                        .map(step -> WorkflowProgress.of(workflow.activation(), together.refTo(record), step.name()))
                        .ifPresent(beginning::add));
            }
        }
        return beginning;
    }

    /** Where a record begins; nowhere when it comes back together with its progress, or looks like no step. */
    private static <R extends CrmRecord> Optional<Step<R>> first(Workflow<R> workflow, R record, Together together) {
        if (record.isNew()) {
            return Optional.of(workflow.start());
        }
        boolean isBack = together.written(WorkflowProgress.class)
                .anyMatch(progress -> Progresses.isOf(progress, workflow)
                        && together.refTo(record).equals(progress.getRecord()));
        return isBack
                ? Optional.empty()
                : workflow.steps().stream()
                        .filter(step -> step.fitting().test(record, together.lookup()))
                        .findFirst();
    }

    @Override
    public List<Invariant<R>> over(List<R> saved, Together together) {
        Map<UUID, List<WorkflowProgress>> progresses = Progresses.of(saved, together);
        List<Invariant<R>> rules = new ArrayList<>();
        for (Workflow<R> workflow : workflows) {
            Map<UUID, WorkflowProgress> own = new HashMap<>();
            progresses.forEach((record, some) -> some.stream()
                    .filter(progress -> Progresses.isOf(progress, workflow))
                    .forEach(progress -> own.put(record, progress)));
            if (!own.isEmpty()) {
                workflow.restricted().forEach(property -> rules.add(rule(workflow, property, own, together)));
            }
        }
        return rules;
    }

    @Override
    public boolean looksAt(Property<?, ?> property) {
        return workflows.stream()
                .flatMap(workflow -> workflow.steps().stream())
                .anyMatch(step -> step.limited().contains(property));
    }

    private static <R extends CrmRecord> Invariant<R> rule(
            Workflow<R> workflow, Property<R, ?> property, Map<UUID, WorkflowProgress> own, Together together) {
        return new Invariant<>(property, (record, context) -> {
            WorkflowProgress progress = own.get(record.getId());
            Step<R> step =
                    progress == null ? null : workflow.step(progress.getStep()).orElse(null);
            if (progress == null || step == null) {
                return Optional.empty();
            }
            String where = Progresses.where(workflow, step);
            Optional<String> limited = step.objection(property, record, where);
            boolean isBound = step.readOnly().contains(property)
                    && together.isAsked(record)
                    && !isMoving(progress, together)
                    && changes(property, record, context.before());
            return limited.isEmpty() && isBound
                    ? Optional.of("can not be changed, as " + where
                            + " it is read-only; keep it, or go on by a transition" + ways(workflow, step))
                    : limited;
        });
    }

    private static <R extends CrmRecord> String ways(Workflow<R> workflow, Step<R> step) {
        List<String> names =
                workflow.transitions(step).stream().map(Transition::name).toList();
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    private static boolean isMoving(WorkflowProgress progress, Together together) {
        return together.before(progress).filter(progress::isMovedSince).isPresent();
    }

    /** A new record must have no value at all; false is none. */
    private static <R, V> boolean changes(Property<R, V> property, R record, Optional<R> before) {
        V value = property.get(record);
        return before.isPresent()
                ? !Objects.equals(value, property.get(before.get()))
                : !property.lacks(value) && !isNo(value);
    }

    private static boolean isNo(@Nullable Object value) {
        return Set.<Object>of(false, 0).contains(Objects.requireNonNullElse(value, false));
    }
}
