package org.clientele.testkit.owner;

import org.clientele.store.RecordStore;

/**
 * The laws of owners on a store. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link org.clientele.testkit.access.AccessLaws}.
 */
public abstract class OwnerLaws extends DepartureExamples {

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();
}
