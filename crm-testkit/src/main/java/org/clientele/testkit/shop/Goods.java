package org.clientele.testkit.shop;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.magento.CartItem;
import org.clientele.magento.OrderItem;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * One row of goods as a generator makes it, in ten-thousandths, and what it comes to by whole numbers alone.
 *
 * @param quantity 0 or more
 */
record Goods(
        long quantity,
        long price,
        @Nullable Long discount,
        @Nullable Long tax) {

    private static final BigInteger UNIT = BigInteger.valueOf(10_000);

    /** Rows of every kind: none, many, equal ones, nothing of something, discounts below zero. */
    static Arbitrary<List<Goods>> rows() {
        Arbitrary<Goods> any = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of(0L, 1L, 5_000L, 10_000L, 3_333L),
                                Arbitraries.longs().between(0, 10_000_000L)),
                        Arbitraries.oneOf(
                                Arbitraries.of(0L, 1L, 5L, 25_000L),
                                Arbitraries.longs().between(-10_000L, 100_000_000_000L)),
                        amounts(),
                        amounts())
                .as(Goods::new);
        return Arbitraries.oneOf(
                any.list().ofMaxSize(6),
                any.list().ofMaxSize(60),
                any.list().ofSize(2).map(pair -> List.of(pair.get(0), pair.get(1), pair.get(0), pair.get(0))));
    }

    static Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(-1_000_000L, 1_000_000L).injectNull(0.4);
    }

    CartItem inCart() {
        return new CartItem("Bear", decimal(BigInteger.valueOf(quantity)), usd(price))
                .with(CartItem.DISCOUNT, usd(discount))
                .with(CartItem.TAX, usd(tax));
    }

    OrderItem ordered() {
        return new OrderItem("Bear", decimal(BigInteger.valueOf(quantity)), usd(price))
                .with(OrderItem.DISCOUNT, usd(discount))
                .with(OrderItem.TAX, usd(tax));
    }

    /** Price times quantity in ten-thousandths: what is beyond is rounded, halves to the even neighbour. */
    BigInteger gross() {
        BigInteger[] parts =
                BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity)).divideAndRemainder(UNIT);
        BigInteger twice = parts[1].abs().multiply(BigInteger.TWO);
        boolean up = twice.compareTo(UNIT) > 0 || (twice.equals(UNIT) && parts[0].testBit(0));
        return up ? parts[0].add(BigInteger.valueOf(Long.signum(price))) : parts[0];
    }

    BigInteger off() {
        return BigInteger.valueOf(discount == null ? 0 : Math.abs(discount));
    }

    BigInteger taxed() {
        return BigInteger.valueOf(tax == null ? 0 : tax);
    }

    static BigInteger sum(List<Goods> rows, Function<Goods, BigInteger> number) {
        BigInteger sum = BigInteger.ZERO;
        for (Goods row : rows) {
            sum = sum.add(number.apply(row));
        }
        return sum;
    }

    static BigDecimal decimal(BigInteger units) {
        return new BigDecimal(units, 4);
    }

    static Money usd(BigInteger units) {
        return new Money(decimal(units), "USD");
    }

    static @Nullable Money usd(@Nullable Long units) {
        return units == null ? null : usd(BigInteger.valueOf(units));
    }

    private static Money usd(long units) {
        return usd(BigInteger.valueOf(units));
    }
}
