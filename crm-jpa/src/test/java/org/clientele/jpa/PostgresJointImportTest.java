package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.JointImportLaws;

class PostgresJointImportTest extends JointImportLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
