package org.clientele.jpa;

import org.clientele.access.Directory;
import org.clientele.store.RecordStore;
import org.clientele.testkit.access.DirectoryContract;
import org.clientele.testkit.host.IdentitySystem;
import org.clientele.testkit.world.World;

class PostgresIdentitySystemTest extends DirectoryContract {

    @Override
    protected RecordStore newStore() {
        return Database.postgres().emptyStore();
    }

    @Override
    protected Directory directory(World world) {
        return new IdentitySystem(world);
    }
}
