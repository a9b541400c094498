package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.activity.CounterExamples;

class H2CountersTest extends CounterExamples {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
