package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.store.RecordStoreContract;

class PostgresStoreContractTest extends RecordStoreContract {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }
}
