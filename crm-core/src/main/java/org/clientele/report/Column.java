package org.clientele.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.criteria.Criterion;
import org.clientele.store.Aggregation;
import org.clientele.store.Aggregation.Measure;

/**
 * One column of a tally: its title and what it counts or sums.
 *
 * @param <R> the type whose records are counted
 */
public record Column<R>(String title, Measure<R> measure) {

    /** The records that the column takes in. */
    public Criterion<? super R> where() {
        return measure.where();
    }

    /** What a cell holds when no record is in it. */
    Object zero() {
        if (measure instanceof Aggregation.Count<R>) {
            return 0L;
        }
        return measure instanceof Aggregation.Sum<R> ? BigDecimal.ZERO : Map.of();
    }

    /** The sum of two cells of this column. */
    Object add(Object one, Object other) {
        if (one instanceof Long count) {
            return count + (Long) other;
        } else if (one instanceof BigDecimal sum) {
            return sum.add((BigDecimal) other);
        }
        Map<String, BigDecimal> sums = new TreeMap<>(money(one));
        money(other).forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add));
        return sums;
    }

    @SuppressWarnings("unchecked") // cells that are neither counts nor sums are sums by currency
    static Map<String, BigDecimal> money(Object cell) {
        return (Map<String, BigDecimal>) cell;
    }
}
