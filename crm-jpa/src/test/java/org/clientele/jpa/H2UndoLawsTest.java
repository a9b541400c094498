package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.journal.UndoLaws;

class H2UndoLawsTest extends UndoLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
