package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.access.FieldLaws;

class PostgresFieldLawsTest extends FieldLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
