package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.owner.OwnerLaws;

class OwnerLawsTest extends OwnerLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
