package org.clientele.testkit.activity;

import java.time.Instant;
import org.clientele.store.RecordStore;
import org.jspecify.annotations.Nullable;

/** What all tests of activities start from. */
abstract class ActivityCase {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private @Nullable Office office;

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    final Office office() {
        if (office == null) {
            office = new Office(newStore());
        }
        return office;
    }

    /** Goes on with an empty store; a property calls it for each of its tries. */
    final Office startAfresh() {
        office = new Office(newStore());
        return office;
    }
}
