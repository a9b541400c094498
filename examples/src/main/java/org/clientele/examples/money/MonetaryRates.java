package org.clientele.examples.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryException;
import javax.money.convert.ConversionQuery;
import javax.money.convert.ConversionQueryBuilder;
import javax.money.convert.ExchangeRateProvider;
import org.clientele.value.ExchangeRates;

/**
 * The rates of a provider of JSR 354, asked for by day. As thread-safe as the provider, which should hold its rates: it is
 * asked within transactions.
 *
 * <pre>{@code
 * ExchangeRates rates = new MonetaryRates(MonetaryConversions.getExchangeRateProvider("ECB-HIST"));
 * }</pre>
 */
public final class MonetaryRates implements ExchangeRates {

    private final ExchangeRateProvider provider;

    /** The rates of this provider. */
    public MonetaryRates(ExchangeRateProvider provider) {
        this.provider = provider;
    }

    @Override
    public Optional<BigDecimal> rate(String from, String to, LocalDate on) {
        try {
            ConversionQuery query = ConversionQueryBuilder.of()
                    .setBaseCurrency(from)
                    .setTermCurrency(to)
                    .set(on)
                    .build();
            // some providers throw where they know no rate, others give null
            return Optional.ofNullable(provider.getExchangeRate(query))
                    .map(rate -> rate.getFactor().numberValueExact(BigDecimal.class))
                    .filter(factor -> factor.signum() > 0);
        } catch (MonetaryException unknown) {
            return Optional.empty();
        }
    }
}
