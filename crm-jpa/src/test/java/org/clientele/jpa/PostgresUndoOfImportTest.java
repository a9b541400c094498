package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.UndoOfImportLaws;

class PostgresUndoOfImportTest extends UndoOfImportLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
