package org.clientele.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.clientele.door.Door;
import org.clientele.store.Transactions;

/** Where a connection is synchronised. */
record Site(Transactions transactions, Connection connection, Clock clock) {

    /** Does something in one transaction; that may be done again, and has no effect but on the records. */
    <T> T within(Function<Door, T> work) {
        return transactions.inTransaction(
                "synchronisation of " + connection.name(), transaction -> work.apply((Door) transaction));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Why nothing is to be synchronised now; empty when it may be. */
    Optional<SyncStatus> halt() {
        return within(door -> {
            if (!connection.isActive(door)) {
                return Optional.of(SyncStatus.INACTIVE);
            }
            return door.books()
                    .find(SyncPosition.TYPE, connection.whole().id())
                    .filter(SyncPosition::isPaused)
                    .map(paused -> SyncStatus.PAUSED);
        });
    }
}
