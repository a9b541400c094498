package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.WebsiteExamples;

class H2WebsiteTest extends WebsiteExamples {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
