package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.ExchangeLaws;

class InMemoryExchangeLawsTest extends ExchangeLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
