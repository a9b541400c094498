package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.LifetimeLaws;

class H2LifetimeLawsTest extends LifetimeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
