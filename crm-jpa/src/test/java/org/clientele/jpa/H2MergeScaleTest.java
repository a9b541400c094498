package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.engine.MergeScale;

class H2MergeScaleTest extends MergeScale {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
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
