package org.clientele.commerce;

import java.util.Optional;
import org.clientele.property.Rule;
import org.clientele.value.Money;

/** An amount is nothing or more. */
record NotNegative() implements Rule<Money> {

    @Override
    public Optional<String> objection(Money value) {
        return value.isNegative()
                ? Optional.of("is " + value + ", below zero; give an amount of 0 or more")
                : Optional.empty();
    }
}
