package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.UndoOfImportLaws;

class H2UndoOfImportTest extends UndoOfImportLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
