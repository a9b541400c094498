package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.access.FieldLaws;

class InMemoryFieldLawsTest extends FieldLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
