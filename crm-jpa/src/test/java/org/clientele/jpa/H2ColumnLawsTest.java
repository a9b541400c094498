package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.ColumnLaws;

class H2ColumnLawsTest extends ColumnLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
