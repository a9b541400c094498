package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.AccountViewExamples;

class H2AccountViewTest extends AccountViewExamples {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
