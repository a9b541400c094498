package org.clientele.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * A report that counts and sums the records of one type by the values of some of their properties. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Tally<Opportunity> pipeline = Tally.of("Pipeline by owner", Opportunity.TYPE, columns -> columns
 *         .groupBy(Opportunity.OWNER)
 *         .count("open", Opportunity.STATUS.is(OpportunityStatus.IN_PROGRESS))
 *         .sum("budget", Opportunity.BUDGET));
 * }</pre>
 *
 * @param <R> the type whose records are counted
 */
public final class Tally<R extends CrmRecord> implements Report<Table<R>> {

    private final String title;
    private final EntityType<R> type;
    private final Columns<R> columns;

    private Tally(String title, EntityType<R> type, Columns<R> columns) {
        this.title = title;
        this.type = type;
        this.columns = columns;
    }

    /** A tally of the records of a type. */
    public static <R extends CrmRecord> Tally<R> of(
            String title, EntityType<R> type, Consumer<Columns<R>> declaration) {
        Columns<R> columns = new Columns<>();
        declaration.accept(columns);
        return new Tally<>(Objects.requireNonNull(title, "title"), type, columns);
    }

    /** Collects what a tally counts; used within {@link Tally#of} only. */
    public static final class Columns<R> {

        private final List<Property<? super R, ?>> groupBy = new ArrayList<>();
        private final List<Column<R>> columns = new ArrayList<>();
        private Criterion<? super R> where = Criterion.always();

        private Columns() {}

        /** Takes in only the records that meet the condition; without it, all. */
        public Columns<R> where(Criterion<? super R> condition) {
            where = condition;
            return this;
        }

        /** Makes a row of the records that share these values. */
        @SafeVarargs
        public final Columns<R> groupBy(Property<? super R, ?>... properties) {
            groupBy.addAll(List.of(properties));
            return this;
        }

        /** Counts all records. */
        public Columns<R> count(String title) {
            return count(title, Criterion.always());
        }

        /** Counts the records that meet the condition. */
        public Columns<R> count(String title, Criterion<? super R> condition) {
            columns.add(new Column<>(title, new Aggregation.Count<>(condition)));
            return this;
        }

        /** Sums a number exactly. */
        public Columns<R> sum(String title, Attribute<? super R, ? extends Number> of) {
            columns.add(new Column<>(title, new Aggregation.Sum<>(of, Criterion.always())));
            return this;
        }

        /** Sums amounts exactly, by currency. */
        public Columns<R> sum(String title, MoneyProperty<? super R> of) {
            return sum(title, of, Criterion.always());
        }

        /** Sums amounts of the records that meet the condition, exactly, by currency. */
        public Columns<R> sum(String title, MoneyProperty<? super R> of, Criterion<? super R> condition) {
            columns.add(new Column<>(title, new Aggregation.SumMoney<>(of, condition)));
            return this;
        }
    }

    @Override
    public Table<R> run(Records records) {
        List<Group> groups = records.aggregate(
                type,
                new Aggregation<>(
                        columns.where,
                        columns.groupBy,
                        columns.columns.stream().map(Column::measure).toList()));
        List<Table.Row> rows = groups.stream()
                .map(group -> new Table.Row(group.key(), group.values()))
                .sorted(Comparator.comparing(Table.Row::key, this::compareKeys))
                .toList();
        return new Table<>(title, columns.where, columns.groupBy, columns.columns, rows, totals(rows));
    }

    private List<Object> totals(List<Table.Row> rows) {
        List<Object> totals = new ArrayList<>();
        for (int i = 0; i < columns.columns.size(); i++) {
            int place = i;
            totals.add(columns.columns
                    .get(place)
                    .sum(rows.stream().map(row -> row.cells().get(place))));
        }
        return totals;
    }

    private int compareKeys(List<@Nullable Object> one, List<@Nullable Object> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = compare(columns.groupBy.get(i), one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked") // both were read off this very property
    private static <V> int compare(Property<?, V> property, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? 1 : -1;
        }
        Object left = property.sortKey((V) one);
        Object right = property.sortKey((V) other);
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : left.toString().compareTo(right.toString());
    }
}
