package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.DistinctPairLaws;

class InMemoryDistinctPairLawsTest extends DistinctPairLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
