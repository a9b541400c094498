package org.clientele;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.door.Door;
import org.clientele.merge.StalePlanException;
import org.clientele.model.CrmRecord;
import org.clientele.workflow.Activating;
import org.clientele.workflow.ActivationPlan;
import org.clientele.workflow.Passed;
import org.clientele.workflow.Passing;
import org.clientele.workflow.Performing;
import org.clientele.workflow.Place;
import org.clientele.workflow.Transition;
import org.clientele.workflow.TransitionRefusedException;
import org.clientele.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * The workflows of a CRM: where records are in those that are active, how they go on, and how a workflow becomes active.
 * Thread-safe outside of transactions.
 *
 * <pre>{@code
 * sales.workflows().of(deal).get(0).options();
 * deal = sales.workflows().perform(deal, OpportunityFlow.CLOSE_WON, won -> won.setCloseDate(today));
 * }</pre>
 */
public final class Workflows {

    private final Work work;

    Workflows(Work work) {
        this.work = work;
    }

    /**
     * Where a record is in each active workflow that it is in, with the transitions that are shown, each allowed or with the
     * sentences that say why not. Conditions see what the actor sees.
     *
     * @throws org.clientele.store.RecordNotFoundException when it is not stored or the actor may not see it
     * @throws org.clientele.store.StaleRecordException when it was changed since it was read
     */
    public <R extends CrmRecord> List<Place<R>> of(R record) {
        return work.read(door -> performing(door).places(record));
    }

    /** Takes a record on by a transition, with no values handed in. */
    public <R extends CrmRecord> R perform(R record, Transition<? super R> transition) {
        return perform(record, transition, values -> {});
    }

    /**
     * Takes a record on by a transition, with all that it does, in one change set.
     *
     * @param values sets what the transition asks for, on a copy of the record; changes of the record that was handed in do not
     *     count
     * @return the record as it is stored now
     * @throws TransitionRefusedException when the transition does not lead on from the record's step, is not shown, or is not
     *     allowed; all that stands against it is said
     * @throws org.clientele.access.AccessDeniedException when the actor may not perform transitions or not edit the record
     * @throws org.clientele.model.InvalidRecordException when what it makes of the record breaks a rule
     * @throws org.clientele.store.StaleRecordException when the record was changed since it was read
     */
    public <R extends CrmRecord> R perform(R record, Transition<? super R> transition, Consumer<? super R> values) {
        return work.inTransaction(
                transition.name(),
                door -> performing(door)
                        .perform(List.of(record), transition, values)
                        .get(0));
    }

    /**
     * The same for each of many records, in their order, with an answer for each: one that is refused keeps no other from going
     * on. What a transition makes for one is there for the next: leads of one new company become opportunities of one account.
     * In a transaction of the host's it throws what {@link Session#changeEach} throws there.
     */
    public <R extends CrmRecord> MassAnswer<R> performEach(List<R> records, Transition<? super R> transition) {
        return MassWork.each(
                work,
                transition.name(),
                !transition.writesMore(),
                records,
                (some, door) -> performing(door).perform(some, transition, values -> {}));
    }

    private Performing performing(Door door) {
        return new Performing(
                door, work.premises().workflows(), work.premises().clock().instant());
    }

    /**
     * How a record went through its workflows, the newest move first, as the journal tells it.
     *
     * @throws org.clientele.store.RecordNotFoundException when it is not stored or the actor may not see it
     */
    public <R extends CrmRecord> List<Passed> history(R record) {
        return work.read(door -> new Passing(door).of(record));
    }

    /**
     * What activating a workflow would do with the records that there are; nothing happens yet.
     *
     * @throws IllegalArgumentException when it is not registered
     * @throws org.clientele.access.AccessDeniedException when the actor may not activate workflows
     */
    public ActivationPlan planActivation(Workflow<?> workflow) {
        return work.read(door -> activating(door, workflow).plan());
    }

    /**
     * Makes a workflow active as planned: from then on all who share the store obey it. Records are placed some hundred at a
     * time, each time in a transaction and a change set of its own; where that is interrupted, plan and activate again, and it
     * goes on with those that are left. It can be undone by the receipt.
     *
     * @return the change sets that it became, in their order
     * @throws StalePlanException when there are other records by now than the plan tells of
     * @throws TransitionRefusedException when problems stand against it
     * @throws org.clientele.access.AccessDeniedException when the actor may not activate workflows
     */
    public List<UUID> activate(ActivationPlan plan) {
        Workflow<?> workflow = named(plan.workflow());
        List<UUID> receipt = new ArrayList<>();
        piece(workflow, receipt, activating -> {
            activating.begin(plan);
            return true;
        });
        boolean goesOn = true;
        while (goesOn) {
            goesOn = piece(workflow, receipt, activating -> activating.placeSome() > 0);
        }
        return List.copyOf(receipt);
    }

    private boolean piece(Workflow<?> workflow, List<UUID> receipt, Function<Activating<?>, Boolean> doing) {
        Piece piece = work.inTransaction("activation of " + workflow, door -> {
            boolean goesOn = doing.apply(activating(door, workflow));
            return new Piece(goesOn, door.hasWritten() ? door.changeSet() : null);
        });
        if (piece.changeSet() != null && !receipt.contains(piece.changeSet())) {
            receipt.add(piece.changeSet());
        }
        return piece.goesOn();
    }

    private record Piece(boolean goesOn, @Nullable UUID changeSet) {}

    /** Ends that records obey a workflow. They stay as they are; in which step they were is known when it is activated again. */
    public void deactivate(Workflow<?> workflow) {
        work.<@Nullable Void>inTransaction("deactivation of " + workflow, door -> {
            activating(door, workflow).end();
            return null;
        });
    }

    private <R extends CrmRecord> Activating<R> activating(Door door, Workflow<R> workflow) {
        return new Activating<>(door, work.premises().workflows(), workflow);
    }

    private Workflow<?> named(String name) {
        return work.premises().workflows().stream()
                .filter(workflow -> workflow.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the " + name + " is no workflow of this CRM; register it by config.workflow(...)"));
    }
}
