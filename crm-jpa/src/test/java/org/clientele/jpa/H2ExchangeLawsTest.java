package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.ExchangeLaws;

class H2ExchangeLawsTest extends ExchangeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
