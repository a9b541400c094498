package org.clientele.customer;

import java.math.BigDecimal;

/** Amounts in the base currency have four decimals, also where there are none. */
final class Zero {

    static final int SCALE = Customer.LIFETIME.scale();
    static final BigDecimal VALUE = BigDecimal.ZERO.setScale(SCALE);

    private Zero() {}

    static BigDecimal scaled(BigDecimal amount) {
        return amount.signum() == 0 ? VALUE : amount.setScale(SCALE);
    }
}
