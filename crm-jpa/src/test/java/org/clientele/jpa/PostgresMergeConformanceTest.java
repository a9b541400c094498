package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.merge.MergeConformance;

class PostgresMergeConformanceTest extends MergeConformance {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
