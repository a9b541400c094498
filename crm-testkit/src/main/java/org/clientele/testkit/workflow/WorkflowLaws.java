package org.clientele.testkit.workflow;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.store.RecordStore;

/**
 * The laws of workflows on a store, over generated sequences of whatever can be done to records. Extend it and give a store; each
 * try opens a CRM of its own on an empty one.
 */
public abstract class WorkflowLaws extends FlowExamples {

    private static final int ACTS = 40;

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    /**
     * What a plain model says may be done is done, what it does not is refused and changes nothing, and no sequence - of saves, mass
     * changes, transitions, merges, deletions, undos, undos of undos, activations and their ends - leaves a visit with what its
     * step forbids.
     */
    @Property(tries = 40)
    void noSequenceLeadsToWhatAStepForbids(@ForAll long seed) {
        VisitWorld world = new VisitWorld(newStore(), seed);
        for (int i = 0; i < ACTS; i++) {
            world.act();
            world.check();
        }
    }
}
