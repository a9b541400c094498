package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.customer.LifetimeLaws;

class InMemoryLifetimeLawsTest extends LifetimeLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
