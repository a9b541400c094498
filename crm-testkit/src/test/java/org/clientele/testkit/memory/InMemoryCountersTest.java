package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.activity.CounterExamples;

class InMemoryCountersTest extends CounterExamples {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
