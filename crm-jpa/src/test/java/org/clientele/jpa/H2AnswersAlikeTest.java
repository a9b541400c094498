package org.clientele.jpa;

import org.clientele.store.RecordStore;

class H2AnswersAlikeTest extends AnswersAlike {

    @Override
    RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
