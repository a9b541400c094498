package org.clientele.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tally. Immutable.
 *
 * @param <R> the type whose records were counted
 * @param title the tally's
 * @param where which records took part
 * @param groupBy what makes a row
 * @param rows in the order of their keys; those without a value last
 * @param totals of all rows, cell by cell
 */
public record Table<R>(
        String title,
        Criterion<? super R> where,
        List<Property<? super R, ?>> groupBy,
        List<Column<R>> columns,
        List<Row> rows,
        List<Object> totals) {

    /**
     * One row.
     *
     * @param key the values that its records share; null where they have none
     * @param cells a Long for a count, a BigDecimal for a sum, a map from currency to BigDecimal for money
     */
    public record Row(List<@Nullable Object> key, List<Object> cells) {}

    public Table {
        groupBy = List.copyOf(groupBy);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /** The count in a row's column, by the column's title. */
    public long count(Row row, String column) {
        return (Long) row.cells().get(index(column));
    }

    /** The sums by currency in a row's column, by the column's title. */
    public Map<String, BigDecimal> money(Row row, String column) {
        return Column.money(row.cells().get(index(column)));
    }

    /** All rows' cells of a column, summed. */
    public Object total(String column) {
        return totals.get(index(column));
    }

    /** The condition that selects exactly the records that a cell counts, for the same viewer at the same time. */
    public Criterion<R> records(Row row, String column) {
        List<Criterion<? super R>> parts = new ArrayList<>();
        parts.add(where);
        parts.add(column(column).where());
        for (int i = 0; i < groupBy.size(); i++) {
            parts.add(inGroup(groupBy.get(i), row.key().get(i)));
        }
        return new Criterion.All<>(parts);
    }

    @SuppressWarnings("unchecked") // the key was read off this very property
    private static <R, V> Criterion<R> inGroup(Property<R, V> property, @Nullable Object key) {
        return key == null ? property.isBlank() : new Criterion.OneOf<>(property, Set.of((V) key));
    }

    /** The column with this title. */
    public Column<R> column(String column) {
        return columns.get(index(column));
    }

    private int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).title().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("'" + title + "' has no column '" + column + "'; it has "
                + columns.stream().map(Column::title).toList());
    }
}
