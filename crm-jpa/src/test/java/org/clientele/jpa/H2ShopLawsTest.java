package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.shop.ShopLaws;

class H2ShopLawsTest extends ShopLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
