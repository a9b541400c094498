package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.MergeConcurrency;

class PostgresMergeConcurrencyTest extends MergeConcurrency {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
