package org.clientele.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
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
    private final ExportLayout<R> layout = new ExportLayout<>();

    /**
     * An exporter of what a query asks for.
     *
     * @param permission throws when the actor may not export; asked before anything is read
     */
    public Exporter(
            Transactions transactions,
            Runnable permission,
            EntityType<R> type,
            Query<R> query,
            Consumer<ExportLayout<R>> declaration) {
        this.transactions = transactions;
        this.permission = permission;
        this.type = type;
        this.query = query;
        declaration.accept(layout);
        List<String> titles = titles();
        if (titles.isEmpty() || new LinkedHashSet<>(titles).size() < titles.size()) {
            throw new IllegalArgumentException(
                    "an export has at least one column and none twice, but its columns are " + titles);
        }
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        layout.idTitle.ifPresent(titles::add);
        layout.columns.forEach(column -> titles.add(column.title()));
        return titles;
    }

    private Set<Integer> numbers() {
        int first = layout.idTitle.isPresent() ? 1 : 0;
        return IntStream.range(0, layout.columns.size())
                .filter(i -> holdsNumbers(layout.columns.get(i).property()))
                .mapToObj(i -> first + i)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean holdsNumbers(Property<?, ?> property) {
        return property instanceof NumberProperty<?, ?> || property instanceof MoneyProperty<?>;
    }

    /**
     * Writes the header and a row for each record, then finishes the sink; how many records there were. When something
     * fails the sink is left unfinished.
     */
    public long write(RowSink sink) {
        permission.run();
        sink.numbersIn(numbers());
        sink.write(titles());
        long written = transactions.inTransaction("export of " + type, records -> write(sink, records));
        sink.finish();
        return written;
    }

    private long write(RowSink sink, Records records) {
        Lookups lookups = new Lookups(type);
        lookups.within(records, () -> {});
        long written = 0;
        try (Stream<R> selected = records.select(type, query)) {
            for (Iterator<R> each = selected.iterator(); each.hasNext(); written++) {
                sink.write(cells(each.next(), lookups));
            }
        }
        return written;
    }

    private List<String> cells(R record, Lookups lookups) {
        List<String> cells = new ArrayList<>();
        layout.idTitle.ifPresent(title -> cells.add(record.getId().toString()));
        layout.columns.forEach(column -> cells.add(column.cell(record, lookups)));
        return cells;
    }
}
