package org.clientele.magento;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one item of a cart or an order comes to, exactly: price times quantity, rounded to four decimals if it has more, halves
 * to the even neighbour; less the discount, whatever its sign; plus the tax. What is missing counts as nothing.
 */
record Row(
        @Nullable BigDecimal quantity,
        @Nullable Money price,
        @Nullable Money discount,
        @Nullable Money tax) {

    /** Price times quantity. */
    BigDecimal gross() {
        return quantity == null
                ? amount(null)
                : amount(price).multiply(quantity).setScale(Money.SCALE, RoundingMode.HALF_EVEN);
    }

    /** What is taken off: a discount below zero, as some shops write it, takes off as well. */
    BigDecimal reduction() {
        return amount(discount).abs();
    }

    BigDecimal total() {
        return gross().subtract(reduction()).add(amount(tax));
    }

    /** The amounts that are there. */
    Stream<Money> amounts() {
        return Stream.of(price, discount, tax).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    static BigDecimal amount(@Nullable Money money) {
        return money == null ? BigDecimal.ZERO : money.amount();
    }
}
