package org.clientele.testkit;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;

class InMemoryExchangeLawsTest extends ExchangeLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
