package org.clientele.jpa.suite;

import org.clientele.access.Directory;
import org.clientele.access.StoredDirectory;
import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.access.DirectoryContract;
import org.clientele.testkit.world.World;

class DirectoryTest extends DirectoryContract {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }

    @Override
    protected Directory directory(World world) {
        return new StoredDirectory();
    }
}
