package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.activity.ActivityLaws;

class InMemoryActivityLawsTest extends ActivityLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
