package org.clientele.magento;

import java.util.Optional;
import org.clientele.property.Rule;
import org.clientele.value.Money;

/** The text is the ISO 4217 code of a currency. */
record IsCurrency() implements Rule<String> {

    @Override
    public Optional<String> objection(String value) {
        return holds(value)
                ? Optional.empty()
                : Optional.of("is '" + value + "', which is no currency; give an ISO 4217 code such as USD");
    }

    static boolean holds(String code) {
        try {
            Money.zero(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
