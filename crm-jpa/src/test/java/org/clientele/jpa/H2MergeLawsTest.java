package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.MergeLaws;

class H2MergeLawsTest extends MergeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
