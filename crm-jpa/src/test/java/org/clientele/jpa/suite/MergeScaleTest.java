package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.MergeScale;

class MergeScaleTest extends MergeScale {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }

    @Override
    protected int accounts() {
        return 300;
    }

    @Override
    protected int related() {
        return 200;
    }

    @Override
    protected int edits() {
        return 20;
    }
}
