package org.clientele.jpa;

import org.clientele.store.RecordStore;

class PostgresAnswersAlikeTest extends AnswersAlike {

    @Override
    RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
