package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.merge.MergeConformance;

class InMemoryMergeConformanceTest extends MergeConformance {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
