package org.clientele.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /** The sum of cells of this column; what a cell holds when no record is in it if there are none. */
    Object sum(Stream<Object> cells) {
        if (measure instanceof Aggregation.Count<R>) {
            return cells.mapToLong(Long.class::cast).sum();
        } else if (measure instanceof Aggregation.Sum<R>) {
            return cells.map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        cells.forEach(cell -> money(cell).forEach((currency, amount) -> sums.merge(currency, amount, BigDecimal::add)));
        return sums;
    }

    @SuppressWarnings("unchecked") // cells that are neither counts nor sums are sums by currency
    static Map<String, BigDecimal> money(Object cell) {
        return (Map<String, BigDecimal>) cell;
    }
}
