package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.SyncLaws;

class SyncLawsTest extends SyncLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
