package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.access.AccessLaws;

class InMemoryAccessTest extends AccessLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
