package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.storefront.StorefrontLaws;

class InMemoryStorefrontLawsTest extends StorefrontLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
