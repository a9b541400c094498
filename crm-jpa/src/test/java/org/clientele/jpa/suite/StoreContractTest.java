package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.store.RecordStoreContract;

class StoreContractTest extends RecordStoreContract {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
