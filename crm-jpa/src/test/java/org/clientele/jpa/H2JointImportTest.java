package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.JointImportLaws;

class H2JointImportTest extends JointImportLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
