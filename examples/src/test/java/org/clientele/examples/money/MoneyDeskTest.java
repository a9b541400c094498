package org.clientele.examples.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.clientele.examples.money.FixedRates.Quote;
import org.clientele.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

class MoneyDeskTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final MonetaryRates rates =
            new MonetaryRates(new FixedRates(new Quote(APRIL, "EUR", "USD", new BigDecimal("1.1025"))));

    @Test
    void amountsAreBroughtIntoOneCurrencyAndAMissingRateIsSaid() {
        assertThat(new MoneyDesk(new InMemoryStore()).lines())
                .containsExactly(
                        "As agreed",
                        "  olga: budget 200 EUR + 30000 JPY + 1000 USD; forecast 100 EUR + 15000 JPY + 500 USD",
                        "In US dollars, 2026-03-14",
                        "  olga: budget 30000 JPY + 1216 USD; forecast 15000 JPY + 608 USD",
                        "  note: there is no rate from JPY to USD on 2026-03-14; amounts in JPY stand by themselves,"
                                + " give a rate to add them up",
                        "In US dollars, 2026-05-02",
                        "  olga: budget 30000 JPY + 1220.5 USD; forecast 15000 JPY + 610.25 USD",
                        "  note: there is no rate from JPY to USD on 2026-05-02; amounts in JPY stand by themselves,"
                                + " give a rate to add them up",
                        "Looms are won: opportunity Looms again: closeRevenue is in JPY, which has no rate to the base currency"
                                + " on 2026-03-14; let the exchange rates of Currencies.SETTING know one, or give the"
                                + " base close revenue");
    }

    @Test
    void aRateIsExactAndHoldsFromItsDayOn() {
        assertThat(rates.rate("EUR", "USD", APRIL)).contains(new BigDecimal("1.1025"));
        assertThat(rates.rate("EUR", "USD", APRIL.plusYears(1))).contains(new BigDecimal("1.1025"));
    }

    @Test
    void whatTheProviderDoesNotKnowIsNoRate() {
        assertThat(rates.rate("EUR", "USD", APRIL.minusDays(1))).isEmpty();
        assertThat(rates.rate("USD", "EUR", APRIL)).isEmpty();
        assertThat(rates.rate("ZZZ", "USD", APRIL)).isEmpty();
        assertThat(new MonetaryRates(new FixedRates(new Quote(APRIL, "EUR", "USD", BigDecimal.ZERO)))
                        .rate("EUR", "USD", APRIL))
                .isEmpty();
    }
}
