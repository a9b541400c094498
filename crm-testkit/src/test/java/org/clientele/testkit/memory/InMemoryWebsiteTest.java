package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.customer.WebsiteLaws;

class InMemoryWebsiteTest extends WebsiteLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
