package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.journal.UndoLaws;

class PostgresUndoLawsTest extends UndoLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
