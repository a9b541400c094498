package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.journal.JournalLaws;

class InMemoryJournalTest extends JournalLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
