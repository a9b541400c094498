package org.clientele.jpa;

import org.clientele.access.Directory;
import org.clientele.access.StoredDirectory;
import org.clientele.store.RecordStore;
import org.clientele.testkit.access.DirectoryContract;
import org.clientele.testkit.world.World;

class H2DirectoryTest extends DirectoryContract {

    @Override
    protected RecordStore newStore() {
        return Database.h2().emptyStore();
    }

    @Override
    protected Directory directory(World world) {
        return new StoredDirectory();
    }
}
