package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.workflow.WorkflowLaws;

class InMemoryWorkflowLawsTest extends WorkflowLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
