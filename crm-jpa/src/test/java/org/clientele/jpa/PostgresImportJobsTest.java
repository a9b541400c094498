package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.ImportJobLaws;

class PostgresImportJobsTest extends ImportJobLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
