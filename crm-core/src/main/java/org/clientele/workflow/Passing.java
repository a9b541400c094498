package org.clientele.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Chronicle;
import org.clientele.journal.Scope;
import org.clientele.journal.Told;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.store.Records;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Tells from the journal how a record went through its workflows. For one transaction of an actor. */
public final class Passing {

    private final Door door;
    private final Records all;

    public Passing(Door door) {
        this.door = door;
        this.all = door.consequences();
    }

    /** All moves of a record that the actor may see, the newest first, also in workflows that are not active any more. */
    public <R extends CrmRecord> List<Passed> of(R record) {
        R seen = door.seen(door.schema().typeOf(record), record);
        AnyRef ref = new AnyRef(door.schema().typeOf(seen).name(), seen.getId());
        List<WorkflowProgress> progresses = all.select(WorkflowProgress.TYPE, Query.of(WorkflowProgress.RECORD.is(ref)))
                .toList();
        List<Passed> passed = new ArrayList<>();
        for (WorkflowProgress progress : progresses) {
            String workflow = Optional.ofNullable(progress.getWorkflow())
                    .flatMap(to -> all.find(WorkflowActivation.TYPE, to.id()))
                    .map(WorkflowActivation::getName)
                    .orElse("");
            passed.addAll(replayed(workflow, sets(progress.getId())));
        }
        passed.sort(Comparator.comparing(Passed::at).reversed());
        return List.copyOf(passed);
    }

    /** What changed a progress, the newest first. */
    private List<ChangeSet> sets(UUID progress) {
        List<ChangeSet> sets = new ArrayList<>();
        Chronicle chronicle = new Chronicle(Scope.everything().of(progress));
        while (!chronicle.isOver()) {
            for (List<Told> set : chronicle.next(all)) {
                List<Change> changes =
                        set.stream().flatMap(told -> told.changes().stream()).toList();
                sets.add(set.get(0).entry().changeSet(changes));
            }
        }
        return sets;
    }

    /** The moves, the newest first: which step one began at is known from the moves before. */
    private static List<Passed> replayed(String workflow, List<ChangeSet> newestFirst) {
        List<ChangeSet> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        List<Passed> passed = new ArrayList<>();
        String step = null;
        String transition = null;
        for (ChangeSet set : oldestFirst) {
            for (Change change : set.changes()) {
                String to = after(change, WorkflowProgress.STEP).orElse(step);
                transition = isChanged(change, WorkflowProgress.TRANSITION)
                        ? after(change, WorkflowProgress.TRANSITION).orElse(null)
                        : transition;
                if (change.action() == Change.Action.DELETE) {
                    step = null;
                } else if (to != null) {
                    passed.add(passed(workflow, step, to, transition, change, set));
                    step = to;
                }
            }
        }
        Collections.reverse(passed);
        return passed;
    }

    private static Passed passed(
            String workflow,
            @Nullable String from,
            String to,
            @Nullable String transition,
            Change change,
            ChangeSet set) {
        boolean isTransition = set.undoes() == null && isChanged(change, WorkflowProgress.MOVES);
        return new Passed(
                workflow,
                change.action() == Change.Action.CREATE ? null : from,
                to,
                isTransition ? transition : null,
                set.recordedAt(),
                set.actor(),
                set.actorName(),
                set.reason(),
                set.id());
    }

    private static boolean isChanged(Change change, Property<?, ?> property) {
        return change.deltas().stream().anyMatch(delta -> delta.property().equals(property.name()));
    }

    private static Optional<String> after(Change change, Property<?, ?> property) {
        return change.deltas().stream()
                .filter(delta -> delta.property().equals(property.name()))
                .flatMap(delta -> Stream.ofNullable(delta.after()))
                .findFirst();
    }
}
