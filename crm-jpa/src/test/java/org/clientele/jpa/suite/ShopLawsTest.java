package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.shop.ShopLaws;

class ShopLawsTest extends ShopLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
