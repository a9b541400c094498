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
        if (!(value instanceof Number given)) {
            return false;
        }
        int comparison = new BigDecimal(given.toString()).compareTo(number);
        return switch (operator) {
            case EQUAL -> comparison == 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
