package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.store.RecordStoreContract;

class H2StoreContractTest extends RecordStoreContract {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
