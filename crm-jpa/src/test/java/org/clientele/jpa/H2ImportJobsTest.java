package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.ImportJobLaws;

class H2ImportJobsTest extends ImportJobLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
