package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.MergeLaws;

class PostgresMergeLawsTest extends MergeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
