package org.clientele.testkit.access;

import org.clientele.model.CrmRecord;

/** A check that one entry point shows and touches nothing that is hidden from an actor. */
@FunctionalInterface
interface Probe {

    /** Calls the entry point in the actor's name, and fails when something hidden comes back or is changed. */
    <R extends CrmRecord> void look(Scene<R> scene);
}
