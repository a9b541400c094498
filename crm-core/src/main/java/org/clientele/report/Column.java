package org.clientele.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.criteria.Criterion;
import org.clientele.store.Measure;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * One column of a tally: its title and what stands in its cells.
 *
 * @param measure what is counted, summed or compared
 * @param count how many have what is summed, where the column shows averages; null elsewhere
 * @param <R> the type whose records are counted
 */
public record Column<R>(
        String title, Measure<R> measure, @Nullable Measure<R> count) {

    /** Decimals of an average, of which halves go to the even neighbour; an amount has four. */
    public static final int DECIMALS = 6;

    /** The records that the column takes in. */
    public Criterion<? super R> where() {
        return measure.where();
    }

    /** Whether its cells are amounts by currency. */
    public boolean isMoney() {
        return measure instanceof Measure.ByCurrency<R>;
    }

    /**
     * What a reader sees: a Long for a count, a BigDecimal for a sum, an Optional for a least, a greatest or an average value,
     * a map from currency to BigDecimal for money.
     *
     * @param counted what the count comes to; null when there is none
     */
    Object cell(Object measured, @Nullable Object counted) {
        if (measured instanceof Set<?> different) {
            return (long) different.size();
        } else if (counted == null) {
            return measured;
        } else if (counted instanceof Long count) {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(average((BigDecimal) measured, BigDecimal.valueOf(count), DECIMALS));
        }
        Map<String, BigDecimal> averages = new TreeMap<>();
        Map<String, BigDecimal> counts = money(counted);
        money(measured).forEach((currency, sum) -> {
            BigDecimal count = counts.getOrDefault(currency, BigDecimal.ZERO);
            averages.put(currency, average(sum, count, Money.SCALE));
        });
        return averages;
    }

    private static BigDecimal average(BigDecimal sum, BigDecimal count, int decimals) {
        return sum.divide(count, decimals, RoundingMode.HALF_EVEN);
    }

    /** Where the column of a title stands; IllegalArgumentException when the tally has none. */
    static int place(String tally, List<? extends Column<?>> columns, String title) {
        List<String> titles = columns.stream().map(Column::title).toList();
        int place = titles.indexOf(title);
        if (place < 0) {
            throw new IllegalArgumentException("'" + tally + "' has no column '" + title + "'; it has " + titles);
        }
        return place;
    }

    @SuppressWarnings("unchecked") // what measures by currency come to
    static Map<String, BigDecimal> money(Object cell) {
        return (Map<String, BigDecimal>) cell;
    }
}
