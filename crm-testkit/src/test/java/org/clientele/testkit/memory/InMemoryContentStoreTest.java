package org.clientele.testkit.memory;

import java.time.Clock;
import org.clientele.activity.ContentStore;
import org.clientele.activity.InMemoryContentStore;
import org.clientele.testkit.activity.ContentStoreContract;

class InMemoryContentStoreTest extends ContentStoreContract {

    @Override
    protected ContentStore newStore(Clock clock) {
        return new InMemoryContentStore(clock);
    }
}
