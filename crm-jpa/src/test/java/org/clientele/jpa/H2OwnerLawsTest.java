package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.owner.OwnerLaws;

class H2OwnerLawsTest extends OwnerLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
