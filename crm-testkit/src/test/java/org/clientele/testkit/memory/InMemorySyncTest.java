package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.SyncLaws;

class InMemorySyncTest extends SyncLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
