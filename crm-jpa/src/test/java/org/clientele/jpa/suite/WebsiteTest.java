package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.customer.WebsiteLaws;

class WebsiteTest extends WebsiteLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
