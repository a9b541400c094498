package org.clientele.exchange;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.criteria.Query;
import org.clientele.exchange.form.RowWriting;
import org.clientele.exchange.row.RowSink;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Records;
import org.clientele.store.Transactions;

/**
 * Writes records as rows to a sink. Immutable; a session makes it, and it shows what that session's actor may see.
 *
 * @param <R> the type of the records
 */
public final class Exporter<R extends CrmRecord> {

    private final Transactions transactions;
    private final Runnable permission;
    private final EntityType<R> type;
    private final Query<R> query;
    private final ExportLayout<R> layout;

    /**
     * An exporter of what a query asks for.
     *
     * @param permission throws when the actor may not export; asked before anything is read
     */
    public Exporter(
            Transactions transactions,
            Runnable permission,
            EntityType<R> type,
            Schema schema,
            Query<R> query,
            Consumer<ExportLayout<R>> declaration) {
        this.transactions = transactions;
        this.permission = permission;
        this.type = type;
        this.query = query;
        this.layout = new ExportLayout<>(type, schema);
        declaration.accept(layout);
        check(new RowWriting<>(type, layout.idTitle(), layout.fields()).titles());
    }

    private static void check(List<String> titles) {
        if (titles.isEmpty() || new LinkedHashSet<>(titles).size() < titles.size()) {
            throw new IllegalArgumentException(
                    "an export has at least one column and none twice, but its columns are " + titles);
        }
    }

    /**
     * Writes the header and a row for each record, then finishes the sink; how many records there were. When something
     * fails the sink is left unfinished.
     *
     * @throws UnwritableFileException when a record has more of something than there are columns for
     */
    public long write(RowSink sink) {
        permission.run();
        long written = transactions.inTransaction("export of " + type, records -> write(sink, records));
        sink.finish();
        return written;
    }

    private long write(RowSink sink, Records records) {
        RowWriting<R> rows = new RowWriting<>(type, layout.idTitle(), layout.fields());
        rows.within(records);
        if (rows.isMeasured()) {
            each(records, rows::measure);
        }
        check(rows.titles());
        sink.numbersIn(rows.numbers());
        sink.write(rows.titles());
        return each(records, record -> sink.write(rows.cells(record)));
    }

    private long each(Records records, Consumer<R> step) {
        long count = 0;
        try (Stream<R> selected = records.select(type, query)) {
            for (Iterator<R> each = selected.iterator(); each.hasNext(); count++) {
                step.accept(each.next());
            }
        }
        return count;
    }
}
