package org.clientele.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.access.Capability;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.merge.StalePlanException;
import org.clientele.model.CrmRecord;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/**
 * Plans the activation of a workflow and does it, some records at a time. Which records begin where is one question to the
 * store for each step, asked alike by the plan and by what does it. For one transaction of an actor; it sees all records.
 */
public final class Activating<R extends CrmRecord> {

    private static final int AT_ONCE = 500;

    private final Door door;
    private final Records all;
    private final List<Workflow<?>> workflows;
    private final Workflow<R> workflow;

    /**
     * @param workflows all of this CRM
     * @throws IllegalArgumentException when the workflow is none of them
     * @throws org.clientele.access.AccessDeniedException when the actor may not activate workflows
     */
    public Activating(Door door, List<Workflow<?>> workflows, Workflow<R> workflow) {
        if (!workflows.contains(workflow)) {
            throw new IllegalArgumentException(
                    "the " + workflow + " is no workflow of this CRM; register it by config.workflow(...)");
        }
        door.decide(Capability.ACTIVATE_WORKFLOWS).orThrow();
        this.door = door;
        this.all = door.consequences();
        this.workflows = workflows;
        this.workflow = workflow;
    }

    /** What the activation would do; nothing is written. */
    public ActivationPlan plan() {
        List<ActivationPlan.Placed> placed = new ArrayList<>();
        for (Step<R> step : workflow.steps()) {
            placed.add(new ActivationPlan.Placed(step.name(), all.count(workflow.type(), beginning(step))));
        }
        List<ActivationPlan.LeftOut> named = new ArrayList<>();
        all.select(workflow.type(), Query.<R>of(fittingNone()).stretch(0, ActivationPlan.MOST_NAMED))
                .forEach(record -> named.add(new ActivationPlan.LeftOut(
                        ref(record), door.nameOf(record), "looks as in none of the steps " + workflow.steps())));
        return new ActivationPlan(
                workflow.name(),
                isRunning(workflow),
                all.count(workflow.type(), settled()),
                placed,
                all.count(workflow.type(), fittingNone()),
                named,
                problems());
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        workflow.exclusiveGroup()
                .ifPresent(group -> workflows.stream()
                        .filter(other -> other != workflow)
                        .filter(other -> other.exclusiveGroup().equals(Optional.of(group)))
                        .filter(this::isRunning)
                        .forEach(other -> problems.add("the " + workflow + " can not be active together with the "
                                + other + ", as both are of the group '" + group + "'; deactivate that one first")));
        return problems;
    }

    private boolean isRunning(Workflow<?> other) {
        return all.find(WorkflowActivation.TYPE, other.activation())
                .filter(WorkflowActivation::isRunning)
                .isPresent();
    }

    /** In a step already that allows what the record has. */
    private Criterion<R> settled() {
        List<Criterion<? super R>> each = new ArrayList<>();
        for (Step<R> step : workflow.steps()) {
            each.add(inStep(WorkflowProgress.STEP.is(step.name())).and(step.permitted()));
        }
        return new Criterion.Any<>(each);
    }

    private Criterion<R> inStep(Criterion<WorkflowProgress> where) {
        return WorkflowProgress.TYPE.anyPointingBy(
                WorkflowProgress.RECORD,
                WorkflowProgress.WORKFLOW.is(new Ref<>(workflow.activation())).and(where));
    }

    /** Not settled, and like this step but none before it. */
    private Criterion<R> beginning(Step<R> step) {
        Criterion<R> where = settled().negate();
        for (Step<R> earlier : workflow.steps()) {
            if (earlier == step) {
                return where.and(step.fitting());
            }
            where = where.and(earlier.fitting().negate());
        }
        return Criterion.never();
    }

    private Criterion<R> fittingNone() {
        Criterion<R> where = settled().negate();
        for (Step<R> step : workflow.steps()) {
            where = where.and(step.fitting().negate());
        }
        return where;
    }

    /**
     * Makes the workflow active as the plan says; records are placed by {@link #placeSome}.
     *
     * @throws StalePlanException when there are other records by now than the plan tells of
     * @throws TransitionRefusedException when problems stand against it
     */
    public void begin(ActivationPlan plan) {
        door.claim(WorkflowActivation.TYPE, List.of(workflow.activation()));
        ActivationPlan now = plan();
        if (!now.problems().isEmpty()) {
            throw new TransitionRefusedException(now.problems());
        } else if (!now.equals(plan)) {
            throw new StalePlanException(List.of("the records that the activation of the " + workflow
                    + " was planned for have changed since; plan it again"));
        }
        run(true);
    }

    /** Ends that records obey the workflow; they stay as they are, and so does in which step they were. */
    public void end() {
        run(false);
    }

    private void run(boolean is) {
        WorkflowActivation before =
                all.find(WorkflowActivation.TYPE, workflow.activation()).orElse(null);
        if (before == null && is) {
            all.write(
                    List.of(new Write.Insert<>(WorkflowActivation.TYPE, WorkflowActivation.of(workflow.name(), true))));
        } else if (before != null) {
            WorkflowActivation after = WorkflowActivation.TYPE.copy(before);
            after.run(is);
            all.write(List.of(new Write.Update<>(WorkflowActivation.TYPE, before, after)));
        }
    }

    /** Places some of the records that are to be placed, and says how many; none when all are. */
    public int placeSome() {
        door.claim(WorkflowActivation.TYPE, List.of(workflow.activation()));
        for (Step<R> step : workflow.steps()) {
            List<R> some = some(beginning(step));
            if (!some.isEmpty()) {
                place(some, step);
                return some.size();
            }
        }
        List<R> stray = some(fittingNone().and(inStep(Criterion.always())));
        List<Write<?>> writes = new ArrayList<>();
        progresses(stray).values().forEach(one -> writes.add(new Write.Delete<>(WorkflowProgress.TYPE, one)));
        all.write(writes);
        return stray.size();
    }

    private List<R> some(Criterion<R> where) {
        return all.select(workflow.type(), Query.<R>of(where).stretch(0, AT_ONCE))
                .toList();
    }

    private void place(List<R> records, Step<R> step) {
        Map<UUID, WorkflowProgress> former = progresses(records);
        List<Write<?>> writes = new ArrayList<>();
        for (R record : records) {
            WorkflowProgress before = former.get(record.getId());
            if (before == null) {
                WorkflowProgress begun = WorkflowProgress.of(workflow.activation(), ref(record), step.name());
                writes.add(new Write.Insert<>(WorkflowProgress.TYPE, begun));
            } else {
                WorkflowProgress after = WorkflowProgress.TYPE.copy(before);
                after.place(step.name());
                writes.add(new Write.Update<>(WorkflowProgress.TYPE, before, after));
            }
        }
        all.write(writes);
    }

    private Map<UUID, WorkflowProgress> progresses(List<R> records) {
        Map<UUID, WorkflowProgress> found = new HashMap<>();
        if (!records.isEmpty()) {
            Criterion<WorkflowProgress> ofThese = WorkflowProgress.RECORD
                    .in(Set.copyOf(records.stream().map(this::ref).toList()))
                    .and(WorkflowProgress.WORKFLOW.is(new Ref<>(workflow.activation())));
            all.select(WorkflowProgress.TYPE, Query.of(ofThese)).forEach(progress -> {
                AnyRef ref = progress.getRecord();
                if (ref != null) {
                    found.put(ref.id(), progress);
                }
            });
        }
        return found;
    }

    private AnyRef ref(R record) {
        return new AnyRef(door.schema().typeOf(record).name(), record.getId());
    }
}
