package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.activity.ActivityLaws;

class PostgresActivityLawsTest extends ActivityLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
