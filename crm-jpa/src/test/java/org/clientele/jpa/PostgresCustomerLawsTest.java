package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.CustomerLaws;

class PostgresCustomerLawsTest extends CustomerLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
