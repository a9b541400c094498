package org.clientele.commerce;

import java.math.BigDecimal;
import java.util.Optional;
import org.clientele.property.Rule;

/** A quantity is more than nothing. */
record AboveZero() implements Rule<BigDecimal> {

    @Override
    public Optional<String> objection(BigDecimal value) {
        return value.signum() > 0
                ? Optional.empty()
                : Optional.of("is " + value.toPlainString() + ", and must be more than 0; take the line out instead");
    }
}
