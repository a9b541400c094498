package org.clientele.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Says what currencies are worth in each other, from day to day. A host implements it; it is asked from any thread, within
 * transactions, and should answer at once.
 */
@FunctionalInterface
public interface ExchangeRates {

    /**
     * How much of one currency one unit of another is worth on a day; empty when that is not known, never 0 and never a
     * guess. Asked for two different currencies only.
     */
    Optional<BigDecimal> rate(String from, String to, LocalDate on);
}
