package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.store.RecordStoreContract;

class InMemoryStoreTest extends RecordStoreContract {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
