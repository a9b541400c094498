package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.ExchangeLaws;

class PostgresExchangeLawsTest extends ExchangeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
