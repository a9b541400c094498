package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.merge.MergeConformance;

class H2MergeConformanceTest extends MergeConformance {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
