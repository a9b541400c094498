package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.MergeScale;

class InMemoryMergeScaleTest extends MergeScale {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }

    @Override
    protected int accounts() {
        return 1000;
    }

    @Override
    protected int related() {
        return 1000;
    }

    @Override
    protected int edits() {
        return 100;
    }
}
