package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.UndoOfMergeLaws;

class H2UndoOfMergeTest extends UndoOfMergeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
