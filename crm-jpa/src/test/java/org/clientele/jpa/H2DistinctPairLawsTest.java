package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.DistinctPairLaws;

class H2DistinctPairLawsTest extends DistinctPairLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
