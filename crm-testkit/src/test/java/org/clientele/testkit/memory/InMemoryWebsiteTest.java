package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.customer.WebsiteExamples;

class InMemoryWebsiteTest extends WebsiteExamples {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
