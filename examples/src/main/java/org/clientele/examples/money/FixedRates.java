package org.clientele.examples.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.money.convert.ConversionContext;
import javax.money.convert.ConversionQuery;
import javax.money.convert.CurrencyConversionException;
import javax.money.convert.ExchangeRate;
import javax.money.convert.ProviderContext;
import javax.money.convert.ProviderContextBuilder;
import javax.money.convert.RateType;
import org.javamoney.moneta.convert.ExchangeRateBuilder;
import org.javamoney.moneta.spi.AbstractRateProvider;
import org.javamoney.moneta.spi.DefaultNumberValue;

/** A provider of JSR 354 that knows what it was given and asks no network; a rate holds from its day on until the next. */
final class FixedRates extends AbstractRateProvider {

    /** What one unit of a currency is worth in another from a day on. */
    record Quote(LocalDate since, String from, String to, BigDecimal factor) {}

    private static final ProviderContext FIXED =
            ProviderContextBuilder.of("fixed", RateType.HISTORIC).build();

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> quotes = new HashMap<>();

    FixedRates(Quote... given) {
        super(FIXED);
        for (Quote quote : given) {
            quotes.computeIfAbsent(quote.from() + quote.to(), pair -> new TreeMap<>())
                    .put(quote.since(), quote.factor());
        }
    }

    @Override
    public ExchangeRate getExchangeRate(ConversionQuery query) {
        LocalDate day = query.get(LocalDate.class);
        String pair =
                query.getBaseCurrency().getCurrencyCode() + query.getCurrency().getCurrencyCode();
        Map.Entry<LocalDate, BigDecimal> quote =
                quotes.getOrDefault(pair, new TreeMap<>()).floorEntry(day);
        if (quote == null) {
            throw new CurrencyConversionException(
                    query.getBaseCurrency(), query.getCurrency(), null, "no rate of " + pair + " on " + day);
        }
        return new ExchangeRateBuilder(ConversionContext.of("fixed", RateType.HISTORIC))
                .setBase(query.getBaseCurrency())
                .setTerm(query.getCurrency())
                .setFactor(DefaultNumberValue.of(quote.getValue()))
                .build();
    }
}
