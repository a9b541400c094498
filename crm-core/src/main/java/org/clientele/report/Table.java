package org.clientele.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.criteria.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tally. Immutable and thread-safe if the values of its keys are.
 *
 * @param <R> the type whose records were counted
 * @param title the tally's
 * @param where which records took part in all rows together
 * @param groupBy what makes a row
 * @param totals of all rows, those included that a limit left out, cell by cell
 * @param notes sentences about what is not as asked for, such as a rate that is missing
 */
public record Table<R>(
        String title,
        Criterion<? super R> where,
        List<Key<R>> groupBy,
        List<Column<R>> columns,
        List<Row> rows,
        List<Object> totals,
        List<String> notes) {

    /**
     * One row.
     *
     * @param key the values that its records share; null where they have none
     * @param labels the same as a person reads them: the name of the record pointed to, as far as the viewer may see it, the
     *     label of a choice; empty where there is none
     * @param cells a Long for a count, a BigDecimal for a sum, an Optional for a least, a greatest or an average value, a map
     *     from currency to BigDecimal for money
     */
    public record Row(List<@Nullable Object> key, List<String> labels, List<Object> cells) {

        public Row {
            key = Collections.unmodifiableList(new ArrayList<>(key));
            labels = List.copyOf(labels);
            cells = List.copyOf(cells);
        }
    }

    public Table {
        groupBy = List.copyOf(groupBy);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
    }

    /** The count in a row's column, by the column's title; IllegalArgumentException when it holds no counts. */
    public long count(Row row, String column) {
        return cell(row, column, Long.class);
    }

    /** The sum in a row's column, by the column's title; IllegalArgumentException when it holds no sums. */
    public BigDecimal sum(Row row, String column) {
        return cell(row, column, BigDecimal.class);
    }

    /**
     * The least, greatest or average value in a row's column, by the column's title; empty when no record has one;
     * IllegalArgumentException when it holds no such values.
     */
    public Optional<?> value(Row row, String column) {
        return cell(row, column, Optional.class);
    }

    /** The amounts by currency in a row's column, by the column's title; IllegalArgumentException when it holds none. */
    public Map<String, BigDecimal> money(Row row, String column) {
        return Column.money(cell(row, column, Map.class));
    }

    private <C> C cell(Row row, String column, Class<C> wanted) {
        Object cell = row.cells().get(index(column));
        if (!wanted.isInstance(cell)) {
            String kind = cell instanceof Long
                    ? "counts; read it by count"
                    : cell instanceof BigDecimal
                            ? "sums; read it by sum"
                            : cell instanceof Optional<?> ? "values; read it by value" : "amounts; read it by money";
            throw new IllegalArgumentException(
                    "'" + column + "' of '" + title + "' holds " + kind + "(row, \"" + column + "\")");
        }
        return wanted.cast(cell);
    }

    /** What a column comes to over all rows. */
    public Object total(String column) {
        return totals.get(index(column));
    }

    /**
     * The condition that selects exactly the records that a cell takes in, for the same viewer at the same time.
     *
     * <pre>{@code
     * sales.select(Opportunity.TYPE).where(table.records(row, "won")).list();
     * }</pre>
     */
    public Criterion<R> records(Row row, String column) {
        return inRow(where, column(column).where(), groupBy, row.key());
    }

    /** The condition that selects exactly the records that a column takes in over all rows. */
    public Criterion<R> records(String column) {
        return new Criterion.All<>(List.of(where, column(column).where()));
    }

    static <R> Criterion<R> inRow(
            Criterion<? super R> where, Criterion<? super R> of, List<Key<R>> groupBy, List<@Nullable Object> key) {
        List<Criterion<? super R>> parts = new ArrayList<>();
        parts.add(where);
        parts.add(of);
        for (int i = 0; i < groupBy.size(); i++) {
            parts.add(groupBy.get(i).is(key.get(i)));
        }
        return new Criterion.All<>(parts);
    }

    /** The column with this title. */
    public Column<R> column(String column) {
        return columns.get(index(column));
    }

    private int index(String column) {
        return Column.place(title, columns, column);
    }
}
