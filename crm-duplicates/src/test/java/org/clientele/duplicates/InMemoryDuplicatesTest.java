package org.clientele.duplicates;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;

class InMemoryDuplicatesTest extends DuplicatesLaws {

    @Override
    RecordStore newStore() {
        return new InMemoryStore();
    }
}
