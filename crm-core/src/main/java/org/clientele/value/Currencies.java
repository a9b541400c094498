package org.clientele.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The base currency of a CRM, in which amounts are added up, and the rates at which others are converted to it. Immutable
 * and thread-safe if the rates are.
 *
 * <pre>{@code
 * config.set(Currencies.SETTING, Currencies.of("EUR").converting(rates));
 * }</pre>
 *
 * @param base the ISO 4217 code
 */
public record Currencies(String base, ExchangeRates rates) {

    /** Which currencies a CRM uses; without a choice, US dollars and no rate, as in the reference. */
    public static final Setting<Currencies> SETTING = Setting.of("currencies", of("USD"));

    /** IllegalArgumentException when the base is no currency. */
    public Currencies {
        Money.zero(base);
        Objects.requireNonNull(rates, "rates");
    }

    /** A base currency, and no rate to it. */
    public static Currencies of(String base) {
        return new Currencies(base, (from, to, on) -> Optional.empty());
    }

    /** The same base with these rates. */
    public Currencies converting(ExchangeRates newRates) {
        return new Currencies(base, newRates);
    }

    /**
     * What money is worth in the base currency on a day, to four decimals, halves to the even neighbour; empty when there
     * is no rate.
     */
    public Optional<BigDecimal> inBase(Money money, LocalDate on) {
        if (money.currency().equals(base)) {
            return Optional.of(money.amount());
        }
        return rates.rate(money.currency(), base, on)
                .map(rate -> money.amount().multiply(rate).setScale(Money.SCALE, RoundingMode.HALF_EVEN));
    }
}
