package org.clientele.store;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.store.Measure.ByCurrency;
import org.jspecify.annotations.Nullable;

/** What a measure has come to in one currency, and in further ones after it: a few at most. */
final class ByCurrencies {

    private final String currency;
    private BigDecimal value;
    private @Nullable ByCurrencies next;

    private ByCurrencies(String currency, BigDecimal value) {
        this.currency = currency;
        this.value = value;
    }

    /** The values with one more; null while there is none. */
    static ByCurrencies plus(@Nullable ByCurrencies values, String currency, BigDecimal value, ByCurrency<?> measure) {
        if (values == null) {
            return new ByCurrencies(currency, value);
        } else if (values.currency.equals(currency)) {
            values.value = measure.combine(values.value, value);
        } else {
            values.next = plus(values.next, currency, value, measure);
        }
        return values;
    }

    /** In the order of the currencies. */
    static Map<String, BigDecimal> map(@Nullable ByCurrencies values) {
        Map<String, BigDecimal> map = new TreeMap<>();
        for (ByCurrencies at = values; at != null; at = at.next) {
            map.put(at.currency, at.value);
        }
        return Collections.unmodifiableMap(map);
    }
}
