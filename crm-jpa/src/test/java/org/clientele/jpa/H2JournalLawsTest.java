package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.journal.JournalLaws;

class H2JournalLawsTest extends JournalLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
