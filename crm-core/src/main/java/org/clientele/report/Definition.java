package org.clientele.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Aggregation;
import org.clientele.store.Measure;
import org.clientele.value.ExchangeRates;
import org.jspecify.annotations.Nullable;

/**
 * What a tally is to be.
 *
 * @param limit rows to show at most
 */
record Definition<R extends CrmRecord>(
        String title,
        EntityType<R> type,
        Criterion<? super R> where,
        List<Key<R>> groupBy,
        List<Column<R>> columns,
        List<Having> having,
        List<Step> order,
        int limit,
        boolean withEmptyGroups,
        @Nullable Into into) {

    /** A step of the order of rows: by a column, by its title. */
    record Step(String column, boolean ascending) {}

    /** A currency into which amounts are brought, by the rates of a day. */
    record Into(String currency, ExchangeRates rates, LocalDate on) {}

    Definition {
        groupBy = List.copyOf(groupBy);
        columns = List.copyOf(columns);
        having = List.copyOf(having);
        order = List.copyOf(order);
    }

    /** The same over other records. */
    Definition<R> over(Criterion<? super R> condition) {
        return new Definition<>(title, type, condition, groupBy, columns, having, order, limit, withEmptyGroups, into);
    }

    /** The same with amounts in one currency. */
    Definition<R> into(Into currency) {
        return new Definition<>(title, type, where, groupBy, columns, having, order, limit, withEmptyGroups, currency);
    }

    /** What is asked of the store: each column's measure, with what it is divided by after it. */
    Aggregation<R> aggregation() {
        List<Measure<R>> measures = new ArrayList<>();
        for (Column<R> column : columns) {
            measures.add(column.measure());
            if (column.count() != null) {
                measures.add(Objects.requireNonNull(column.count()));
            }
        }
        return new Aggregation<>(where, counted(), measures);
    }

    /** What the store groups by, each once. */
    List<Attribute<? super R, ?>> counted() {
        List<Attribute<? super R, ?>> counted = new ArrayList<>();
        for (Key<R> key : groupBy) {
            if (!counted.contains(key.counted())) {
                counted.add(key.counted());
            }
        }
        return counted;
    }

    /** Where a column stands among all; IllegalArgumentException when there is none of this title. */
    int place(String column) {
        return Column.place(title, columns, column);
    }
}
