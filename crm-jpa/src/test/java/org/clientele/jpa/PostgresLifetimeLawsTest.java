package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.LifetimeLaws;

class PostgresLifetimeLawsTest extends LifetimeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
