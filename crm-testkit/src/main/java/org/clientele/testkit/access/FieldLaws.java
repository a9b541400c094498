package org.clientele.testkit.access;

import org.clientele.store.RecordStore;

/**
 * The laws of field permissions on a store. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link org.clientele.testkit.store.RecordStoreContract}.
 */
public abstract class FieldLaws extends FieldWrites {

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();
}
