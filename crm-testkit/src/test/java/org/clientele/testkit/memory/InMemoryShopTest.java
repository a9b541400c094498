package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.shop.ShopLaws;

class InMemoryShopTest extends ShopLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
