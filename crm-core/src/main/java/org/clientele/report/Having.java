package org.clientele.report;

import java.math.BigDecimal;
import org.clientele.criteria.Criterion.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a table shows, by a number in one of their columns.
 *
 * @param column its title
 */
record Having(String column, Operator operator, BigDecimal number) {

    /** Whether what a cell is compared by is such; where there is no number, it is not. */
    boolean holds(@Nullable Object value) {
        return value instanceof Number given && operator.holds(new BigDecimal(given.toString()).compareTo(number));
    }
}
