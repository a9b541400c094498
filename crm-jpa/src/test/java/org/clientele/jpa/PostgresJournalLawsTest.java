package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.journal.JournalLaws;

class PostgresJournalLawsTest extends JournalLaws {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
