package org.clientele.jpa.suite;

import org.clientele.access.Directory;
import org.clientele.jpa.database.Database;
import org.clientele.store.RecordStore;
import org.clientele.testkit.access.DirectoryContract;
import org.clientele.testkit.host.IdentitySystem;
import org.clientele.testkit.world.World;

class IdentitySystemTest extends DirectoryContract {

    @Override
    protected RecordStore newStore() {
        return Database.shared().emptyStore();
    }

    @Override
    protected Directory directory(World world) {
        return new IdentitySystem(world);
    }
}
