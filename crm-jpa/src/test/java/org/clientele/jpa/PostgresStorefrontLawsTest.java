package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.storefront.StorefrontLaws;

class PostgresStorefrontLawsTest extends StorefrontLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
