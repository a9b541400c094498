package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.DistinctPairLaws;

class PostgresDistinctPairLawsTest extends DistinctPairLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
