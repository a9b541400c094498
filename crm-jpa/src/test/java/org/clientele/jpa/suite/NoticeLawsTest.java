package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.journal.NoticeLaws;

class NoticeLawsTest extends NoticeLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
