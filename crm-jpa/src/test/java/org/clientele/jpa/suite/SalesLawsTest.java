package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.sales.SalesLaws;

class SalesLawsTest extends SalesLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
