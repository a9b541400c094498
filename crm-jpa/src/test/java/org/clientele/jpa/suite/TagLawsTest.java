package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.TagLaws;

class TagLawsTest extends TagLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
