package org.clientele.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** What an amount of a closed opportunity is worth in the base currency: frozen once it is known. */
final class BaseAmount {

    private BaseAmount() {}

    /**
     * The frozen amount: of the base currency's own money it is the money, else what is known already, else what the day's
     * rate makes of it.
     *
     * @param known what is frozen already or given by hand; null for neither
     * @return null when there is no money, or no rate for it on that day
     */
    static @Nullable BigDecimal of(
            @Nullable Money money, @Nullable BigDecimal known, Currencies currencies, LocalDate on) {
        if (money == null) {
            return null;
        } else if (money.currency().equals(currencies.base())) {
            return money.amount();
        }
        return known == null ? currencies.inBase(money, on).orElse(null) : known;
    }

    /** What is wrong when money of a closed opportunity has no base amount, to stand after the property's name. */
    static String lacksRate(Money money, LocalDate on, String mend) {
        return "is in " + money.currency() + ", which has no rate to the base currency on " + on
                + "; let the exchange rates of Currencies.SETTING know one, or give the " + mend;
    }
}
