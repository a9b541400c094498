package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.sales.SalesLaws;

class InMemorySalesLawsTest extends SalesLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
