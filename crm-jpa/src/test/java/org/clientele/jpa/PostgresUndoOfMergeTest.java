package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.UndoOfMergeLaws;

class PostgresUndoOfMergeTest extends UndoOfMergeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
