package org.clientele.commerce;

import java.util.Optional;
import org.clientele.property.Rule;

/** A text is the code of a currency. */
record KnownCurrency() implements Rule<String> {

    @Override
    public Optional<String> objection(String value) {
        return Line.isCurrency(value)
                ? Optional.empty()
                : Optional.of("is '" + value + "', which is no currency; give an ISO 4217 code such as USD");
    }
}
