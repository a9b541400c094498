package org.clientele.testkit;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;

class InMemoryMergeLawsTest extends MergeLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
