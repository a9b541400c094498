package org.clientele.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.store.Measure;
import org.clientele.store.Measure.ByCurrency;
import org.clientele.value.ExchangeRates;
import org.clientele.value.Money;

/**
 * Brings amounts into one currency, by the rates of one day. What has no rate stays in its own currency, and is said. For
 * one table.
 */
final class Conversion {

    private final String currency;
    private final ExchangeRates rates;
    private final LocalDate on;
    private final Map<String, Optional<BigDecimal>> known = new HashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    Conversion(String currency, ExchangeRates rates, LocalDate on) {
        this.currency = currency;
        this.rates = rates;
        this.on = on;
    }

    /** What a measure comes to, with amounts in one currency as far as there are rates. */
    Object over(Measure<?> measure, Object value) {
        if (!(measure instanceof ByCurrency<?> money)) {
            return value;
        }
        Map<String, BigDecimal> converted = new TreeMap<>();
        Column.money(value)
                .forEach((from, amount) -> rate(from)
                        .ifPresentOrElse(
                                rate -> converted.merge(currency, converted(measure, amount, rate), money::combine),
                                () -> converted.merge(from, amount, money::combine)));
        return converted;
    }

    private static BigDecimal converted(Measure<?> measure, BigDecimal amount, BigDecimal rate) {
        return measure instanceof Measure.CountMoney<?>
                ? amount
                : amount.multiply(rate).setScale(Money.SCALE, RoundingMode.HALF_EVEN);
    }

    private Optional<BigDecimal> rate(String from) {
        if (from.equals(currency)) {
            return Optional.of(BigDecimal.ONE);
        }
        return known.computeIfAbsent(from, source -> {
            Optional<BigDecimal> rate = rates.rate(source, currency, on);
            if (rate.isEmpty()) {
                missing.add("there is no rate from " + source + " to " + currency + " on " + on + "; amounts in "
                        + source + " stand by themselves, give a rate to add them up");
            }
            return rate;
        });
    }

    /** A sentence for each rate that was missing. */
    List<String> notes() {
        return List.copyOf(missing);
    }
}
