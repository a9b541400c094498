package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.journal.NoticeLaws;

class InMemoryNoticeLawsTest extends NoticeLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
