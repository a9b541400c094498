package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.MergeConcurrency;

class InMemoryMergeConcurrencyTest extends MergeConcurrency {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }

    @Override
    protected int rounds() {
        return 30;
    }
}
