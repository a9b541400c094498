package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.journal.MixedWork;

class InMemoryMixedWorkTest extends MixedWork {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
