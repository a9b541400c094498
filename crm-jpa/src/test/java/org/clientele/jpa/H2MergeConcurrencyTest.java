package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.MergeConcurrency;

class H2MergeConcurrencyTest extends MergeConcurrency {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
