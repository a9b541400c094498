package org.clientele.testkit.memory;

import org.clientele.access.Directory;
import org.clientele.access.StoredDirectory;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.testkit.access.DirectoryContract;
import org.clientele.testkit.world.World;

class InMemoryDirectoryTest extends DirectoryContract {

    @Override
    protected RecordStore newStore() {
        return new InMemoryStore();
    }

    @Override
    protected Directory directory(World world) {
        return new StoredDirectory();
    }
}
