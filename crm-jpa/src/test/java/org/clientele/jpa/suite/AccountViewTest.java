package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.AccountViewExamples;

class AccountViewTest extends AccountViewExamples {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
