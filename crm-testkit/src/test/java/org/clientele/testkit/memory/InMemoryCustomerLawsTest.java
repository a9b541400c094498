package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.customer.CustomerLaws;

class InMemoryCustomerLawsTest extends CustomerLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
