package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.storefront.StorefrontLaws;

class H2StorefrontLawsTest extends StorefrontLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
