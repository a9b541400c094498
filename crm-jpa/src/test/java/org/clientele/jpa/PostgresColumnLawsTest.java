package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.ColumnLaws;

class PostgresColumnLawsTest extends ColumnLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
