package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.TagLaws;

class InMemoryTagLawsTest extends TagLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
