package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.journal.UndoLaws;

class UndoLawsTest extends UndoLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
