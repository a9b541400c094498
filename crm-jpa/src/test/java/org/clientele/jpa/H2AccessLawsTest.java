package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.access.AccessLaws;

class H2AccessLawsTest extends AccessLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
