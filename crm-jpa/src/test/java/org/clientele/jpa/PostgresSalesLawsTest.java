package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.sales.SalesLaws;

class PostgresSalesLawsTest extends SalesLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
