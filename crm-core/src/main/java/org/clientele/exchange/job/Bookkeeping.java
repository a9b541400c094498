package org.clientele.exchange.job;

import java.time.Clock;
import java.util.function.Function;
import org.clientele.access.Actor;
import org.clientele.store.Records;
import org.clientele.store.Transaction;

/**
 * What an import needs to note how far it has come. A session gives it to its importers.
 *
 * @param books the records of a transaction that nothing guards and no journal tells of
 * @param actor in whose name the import acts
 * @param clock where the time comes from
 */
public record Bookkeeping(Function<Transaction, Records> books, Actor actor, Clock clock) {

    Records in(Transaction transaction) {
        return books.apply(transaction);
    }
}
