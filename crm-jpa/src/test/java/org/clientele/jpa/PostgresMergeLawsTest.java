package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.MergeLaws;

class PostgresMergeLawsTest extends MergeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
