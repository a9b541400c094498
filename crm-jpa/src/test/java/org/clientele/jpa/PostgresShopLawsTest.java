package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.shop.ShopLaws;

class PostgresShopLawsTest extends ShopLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
