package org.clientele.testkit.memory;

import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.engine.JointImportLaws;

class InMemoryJointImportTest extends JointImportLaws {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }
}
