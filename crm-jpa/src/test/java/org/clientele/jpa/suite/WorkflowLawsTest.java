package org.clientele.jpa.suite;

import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.workflow.WorkflowLaws;

class WorkflowLawsTest extends WorkflowLaws {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }
}
