package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.MergeLaws;

class InMemoryMergeLawsTest extends MergeLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
