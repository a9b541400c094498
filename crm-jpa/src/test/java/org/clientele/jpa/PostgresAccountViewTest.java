package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.AccountViewExamples;

class PostgresAccountViewTest extends AccountViewExamples {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
