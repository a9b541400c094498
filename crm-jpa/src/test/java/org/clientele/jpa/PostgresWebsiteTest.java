package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.WebsiteExamples;

class PostgresWebsiteTest extends WebsiteExamples {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
