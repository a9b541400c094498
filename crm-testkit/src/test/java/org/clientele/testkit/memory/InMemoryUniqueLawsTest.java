package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.UniqueLaws;

class InMemoryUniqueLawsTest extends UniqueLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
