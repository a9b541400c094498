package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.report.GridLaws;

class InMemoryGridLawsTest extends GridLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
