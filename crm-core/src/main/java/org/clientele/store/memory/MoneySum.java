package org.clientele.store.memory;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** The sum in one currency, and those in further ones after it: a few at most. */
final class MoneySum {

    private final String currency;
    private BigDecimal sum;
    private @Nullable MoneySum next;

    private MoneySum(Money money) {
        this.currency = money.currency();
        this.sum = money.amount();
    }

    /** The sums with an amount more; null while there is none. */
    static @Nullable MoneySum plus(@Nullable MoneySum sums, @Nullable Money money) {
        if (money == null) {
            return sums;
        } else if (sums == null) {
            return new MoneySum(money);
        } else if (sums.currency.equals(money.currency())) {
            sums.sum = sums.sum.add(money.amount());
        } else {
            sums.next = plus(sums.next, money);
        }
        return sums;
    }

    Map<String, BigDecimal> byCurrency() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (MoneySum at = this; at != null; at = at.next) {
            sums.put(at.currency, at.sum);
        }
        return sums;
    }
}
