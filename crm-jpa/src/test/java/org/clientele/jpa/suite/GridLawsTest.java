package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.report.GridLaws;

class GridLawsTest extends GridLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
