package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.activity.ActivityLaws;

class H2ActivityLawsTest extends ActivityLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
