package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.merge.MergeConformance;

class MergeConformanceTest extends MergeConformance {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
