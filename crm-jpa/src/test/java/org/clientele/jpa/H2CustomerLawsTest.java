package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.CustomerLaws;

class H2CustomerLawsTest extends CustomerLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
