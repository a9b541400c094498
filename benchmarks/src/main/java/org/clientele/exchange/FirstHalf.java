package org.clientele.exchange;

import java.util.function.Consumer;
import org.clientele.model.CrmRecord;

/**
 * The first half of an import, to be measured by itself: from bytes to records that no store and no rule has seen. It is in the
 * package of what it measures, which nobody else may call.
 */
public final class FirstHalf {

    private FirstHalf() {}

    /** Gives all records of a file, which has no column that names another record. */
    public static <R extends CrmRecord> void read(Import<R> from, Consumer<R> sink) {
        Lookups lookups = new Lookups(from.type());
        from.transactions().<Void>inTransaction("read", transaction -> {
            lookups.within(transaction, () -> {});
            read(from, lookups, sink);
            return null;
        });
    }

    private static <R extends CrmRecord> void read(Import<R> from, Lookups lookups, Consumer<R> sink) {
        try (RowSource.Rows rows = from.source().open()) {
            Header header = new Header(from.name(), rows.header());
            Mapping<R> mapping = new Mapping<>(from.source(), header, from.type(), from.layout());
            for (Row row = rows.next(); row != null; row = rows.next()) {
                R record = from.type().newRecord();
                mapping.read(row, lookups).complete(record);
                sink.accept(record);
            }
        }
    }
}
