package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.access.FieldLaws;

class FieldLawsTest extends FieldLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
