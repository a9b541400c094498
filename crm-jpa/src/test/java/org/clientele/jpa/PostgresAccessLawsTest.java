package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.access.AccessLaws;

class PostgresAccessLawsTest extends AccessLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
