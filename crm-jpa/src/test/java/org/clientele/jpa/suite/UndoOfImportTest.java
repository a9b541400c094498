package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.UndoOfImportLaws;

class UndoOfImportTest extends UndoOfImportLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
