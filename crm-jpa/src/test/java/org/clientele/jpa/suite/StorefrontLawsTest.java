package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.storefront.StorefrontLaws;

class StorefrontLawsTest extends StorefrontLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
