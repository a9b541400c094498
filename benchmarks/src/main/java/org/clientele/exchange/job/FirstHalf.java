package org.clientele.exchange.job;

import java.util.function.Consumer;
import org.clientele.exchange.work.ReadRows;
import org.clientele.model.CrmRecord;

/**
 * The first half of an import, to be measured by itself: from bytes to records that no store and no rule has seen. It is in the
 * package of what it measures, which nobody else may call.
 */
public final class FirstHalf {

    private FirstHalf() {}

    /** Gives all records of a file, which has no column that names another record. */
    public static <R extends CrmRecord> void read(Import<R> from, Consumer<R> sink) {
        from.transactions().<Void>inTransaction("read", transaction -> {
            ReadRows.read(from.plan(), from.source(), transaction, sink);
            return null;
        });
    }
}
