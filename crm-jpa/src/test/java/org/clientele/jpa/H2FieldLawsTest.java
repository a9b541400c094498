package org.clientele.jpa;

import org.clientele.store.RecordStore;
import org.clientele.testkit.access.FieldLaws;

class H2FieldLawsTest extends FieldLaws {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }
}
