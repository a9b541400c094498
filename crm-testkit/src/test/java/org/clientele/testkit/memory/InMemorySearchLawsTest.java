package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.SearchLaws;

class InMemorySearchLawsTest extends SearchLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
