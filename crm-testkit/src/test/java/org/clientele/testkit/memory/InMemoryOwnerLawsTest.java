package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.owner.OwnerLaws;

class InMemoryOwnerLawsTest extends OwnerLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
