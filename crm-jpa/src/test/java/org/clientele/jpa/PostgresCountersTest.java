package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.activity.CounterExamples;

class PostgresCountersTest extends CounterExamples {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
