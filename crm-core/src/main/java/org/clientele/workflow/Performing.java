package org.clientele.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.door.Door;
import org.clientele.journal.Diff;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;

/** Tells how records can go on in their workflows, and takes them on. For one transaction of an actor. */
public final class Performing {

    private final Door door;
    private final List<Workflow<?>> workflows;
    private final Instant now;

    public Performing(Door door, List<Workflow<?>> workflows, Instant now) {
        this.door = door;
        this.workflows = workflows;
        this.now = now;
    }

    /** Where a record is in each active workflow, in the order in which the workflows are registered. */
    public <R extends CrmRecord> List<Place<R>> places(R record) {
        R stored = stored(List.of(record)).get(0);
        List<WorkflowProgress> progresses = progresses(List.of(stored)).getOrDefault(stored.getId(), List.of());
        List<Place<R>> places = new ArrayList<>();
        for (Workflow<R> workflow : workflowsOf(stored)) {
            progresses.stream()
                    .filter(progress -> Progresses.isOf(progress, workflow))
                    .findFirst()
                    .flatMap(progress -> workflow.step(progress.getStep()))
                    .ifPresent(step -> places.add(new Place<>(workflow, step, options(workflow, step, stored))));
        }
        return places;
    }

    private <R extends CrmRecord> List<Place.Option<R>> options(Workflow<R> workflow, Step<R> step, R stored) {
        List<Place.Option<R>> options = new ArrayList<>();
        for (Transition<R> transition : workflow.transitions(step)) {
            Attempt<R> attempt = new Attempt<>(workflow, transition, stored, door, now);
            if (attempt.isShown()) {
                options.add(new Place.Option<>(transition, attempt.objections()));
            }
        }
        return options;
    }

    @SuppressWarnings("unchecked") // a workflow of a type above is one of the record's
    private <R extends CrmRecord> List<Workflow<R>> workflowsOf(R record) {
        EntityType<R> type = door.schema().typeOf(record);
        return workflows.stream()
                .filter(workflow -> type.is(workflow.type()))
                .map(workflow -> (Workflow<R>) workflow)
                .toList();
    }

    private Map<UUID, List<WorkflowProgress>> progresses(List<? extends CrmRecord> records) {
        return Progresses.of(
                records.stream()
                        .map(record -> new AnyRef(door.schema().typeOf(record).name(), record.getId()))
                        .toList(),
                door.consequences());
    }

    /**
     * The records as the actor sees them, read at once.
     *
     * @throws RecordNotFoundException when one is not there or the actor may not see it
     * @throws StaleRecordException when one was changed since it was read
     */
    private <R extends CrmRecord> List<R> stored(List<R> records) {
        Map<EntityType<R>, List<UUID>> ids = new LinkedHashMap<>();
        records.forEach(record -> ids.computeIfAbsent(door.schema().typeOf(record), type -> new ArrayList<>())
                .add(record.getId()));
        Map<UUID, R> found = new HashMap<>();
        ids.forEach((type, some) -> door.findAll(type, some).forEach(record -> found.put(record.getId(), record)));
        List<R> stored = new ArrayList<>();
        for (R record : records) {
            R there = found.get(record.getId());
            if (there == null) {
                throw new RecordNotFoundException(door.schema().typeOf(record), record.getId());
            } else if (!Objects.equals(there.getVersion(), record.getVersion())) {
                throw new StaleRecordException(door.schema().nameOf(record), record.getVersion(), there.getVersion());
            }
            stored.add(there);
        }
        return stored;
    }

    /**
     * Takes records on by a transition, by one write: all or none. None finds what the transition writes for another of them.
     *
     * @param values sets what is handed in, on a copy of each
     * @return the records as they are stored now, in their order
     */
    public <R extends CrmRecord> List<R> perform(
            List<R> records, Transition<? super R> transition, Consumer<? super R> values) {
        door.decide(Capability.PERFORM_TRANSITIONS).orThrow();
        List<R> stored = stored(records);
        Map<UUID, List<WorkflowProgress>> progresses = progresses(stored);
        List<Write<?>> asked = new ArrayList<>();
        List<Write<?>> following = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (R record : stored) {
            add(
                    record,
                    transition,
                    values,
                    progresses.getOrDefault(record.getId(), List.of()),
                    asked,
                    following,
                    objections);
        }
        if (!objections.isEmpty()) {
            throw new TransitionRefusedException(objections);
        }
        Map<UUID, CrmRecord> results = new HashMap<>();
        door.write(asked, following).forEach(result -> results.put(result.getId(), result));
        return stored.stream()
                .map(record -> door.schema().typeOf(record).recordClass().cast(results.get(record.getId())))
                .toList();
    }

    @SuppressWarnings("unchecked") // a transition of a type above is one of the record's
    private <R extends CrmRecord> void add(
            R record,
            Transition<? super R> wanted,
            Consumer<? super R> values,
            List<WorkflowProgress> progresses,
            List<Write<?>> asked,
            List<Write<?>> following,
            List<String> objections) {
        Transition<R> transition = (Transition<R>) wanted;
        Workflow<R> workflow = workflow(transition, record);
        Attempt<R> attempt = new Attempt<>(workflow, transition, record, door, now);
        WorkflowProgress progress = progresses.stream()
                .filter(one -> Progresses.isOf(one, workflow))
                .findFirst()
                .orElse(null);
        if (progress == null) {
            objections.add(attempt.sentence("the record is in no step of it, or it is not active; activate it"));
            return;
        }
        boolean leadsOn =
                transition.from().stream().anyMatch(step -> step.name().equals(progress.getStep()));
        if (!leadsOn) {
            objections.add(attempt.sentence(
                    "does not lead from the step '" + progress.getStep() + "'; choose " + names(workflow, progress)));
        } else if (!attempt.isShown()) {
            objections.add(attempt.sentence("is not offered for the record as it is; choose another transition"));
        } else {
            attempt.handIn(values);
            objections.addAll(attempt.objections());
            if (objections.isEmpty()) {
                addWrites(record, attempt, progress, transition, asked, following);
            }
        }
    }

    private <R extends CrmRecord> void addWrites(
            R record,
            Attempt<R> attempt,
            WorkflowProgress progress,
            Transition<R> transition,
            List<Write<?>> asked,
            List<Write<?>> following) {
        List<Write<?>> writes = attempt.writes();
        requireEdit(record, writes.get(writes.size() - 1));
        asked.addAll(writes);
        WorkflowProgress moved = WorkflowProgress.TYPE.copy(progress);
        moved.move(transition.name(), transition.to().name());
        following.add(new Write.Update<>(WorkflowProgress.TYPE, progress, moved));
    }

    /** What changes nothing is not guarded, but going on is a change. */
    private <R extends CrmRecord> void requireEdit(R record, Write<?> write) {
        if (write instanceof Write.Update<?> update && isEmpty(update)) {
            door.decide(Permission.EDIT, door.schema().typeOf(record), record).orThrow();
        }
    }

    private <S extends CrmRecord> boolean isEmpty(Write.Update<S> update) {
        return Diff.isEmpty(door.schema(), update.type(), update.before(), update.after());
    }

    private static <R extends CrmRecord> String names(Workflow<R> workflow, WorkflowProgress progress) {
        return workflow.step(progress.getStep())
                .map(step -> workflow.transitions(step).stream()
                        .map(Transition::name)
                        .toList())
                .filter(names -> !names.isEmpty())
                .map(names -> "one that does: " + String.join(", ", names))
                .orElse("nothing, as no transition does");
    }

    private <R extends CrmRecord> Workflow<R> workflow(Transition<R> transition, R record) {
        return workflowsOf(record).stream()
                .filter(workflow -> workflow.transitions().contains(transition))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the transition '" + transition
                        + "' is of no workflow of this CRM for a "
                        + door.schema().typeOf(record)
                        + "; register the workflow by config.workflow(...)"));
    }
}
