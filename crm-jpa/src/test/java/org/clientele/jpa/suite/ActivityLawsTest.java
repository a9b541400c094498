package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.activity.ActivityLaws;

class ActivityLawsTest extends ActivityLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
