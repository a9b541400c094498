package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.sales.SalesLaws;

class H2SalesLawsTest extends SalesLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
