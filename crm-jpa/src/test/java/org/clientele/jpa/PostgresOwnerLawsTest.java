package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.owner.OwnerLaws;

class PostgresOwnerLawsTest extends OwnerLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
