package org.clientele.testkit.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderDiscount;
import org.clientele.commerce.OrderLineItem;
import org.clientele.commerce.Quote;
import org.clientele.commerce.QuotedItem;
import org.clientele.commerce.ShoppingList;
import org.clientele.commerce.ShoppingListItem;
import org.clientele.store.RecordStore;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The laws of a storefront on a store. A store's author extends it and runs it with JUnit and jqwik, as
 * {@link org.clientele.testkit.access.AccessLaws}.
 */
public abstract class StorefrontLaws extends MoveExamples {

    private static final BigInteger SCALE = BigInteger.TEN.pow(4);

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    /** A line in units of the last decimal, so that it can be reckoned with in whole numbers. */
    record Amounts(long quantity, long price, boolean alternative) {

        /** Price times quantity in units of the last decimal, halves to the even neighbour. */
        BigInteger worth() {
            return rounded(BigInteger.valueOf(quantity).multiply(BigInteger.valueOf(price)));
        }

        BigDecimal exactQuantity() {
            return BigDecimal.valueOf(quantity, 4);
        }

        Money money() {
            return StorefrontLaws.money(BigInteger.valueOf(price));
        }
    }

    private static BigInteger rounded(BigInteger product) {
        BigInteger[] parts = product.divideAndRemainder(SCALE);
        int half = parts[1].shiftLeft(1).compareTo(SCALE);
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        return up ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    private static Money money(BigInteger units) {
        return new Money(new BigDecimal(units, 4), "USD");
    }

    private static BigInteger sum(List<Amounts> lines) {
        return lines.stream().map(Amounts::worth).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Provide
    Arbitrary<List<Amounts>> lines() {
        Arbitrary<Long> small = Arbitraries.longs().between(1, 30_000);
        Arbitrary<Long> quantities = Arbitraries.oneOf(small, Arbitraries.of(5_000L, 10_000L, 15_000L, 9_999_999_999L));
        Arbitrary<Long> prices = Arbitraries.oneOf(small, Arbitraries.of(0L, 1L, 3L, 123_456_789L));
        return Combinators.combine(quantities, prices, Arbitraries.of(true, false))
                .as(Amounts::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 25)
    @Tag("alike-items")
    void totalsEqualTheirItemsExactly(
            @ForAll("lines") List<Amounts> lines,
            @ForAll("lines") List<Amounts> others,
            @ForAll("shares") long share,
            @ForAll("shares") long shipping) {
        Stage stage = new Stage(newStore());
        Order order = new Order(stage.acuserv);
        order.add(OrderDiscount.percent("Spring", BigDecimal.valueOf(share, 4)));
        order.setShippingCost(money(BigInteger.valueOf(shipping)));
        for (List<Amounts> now : List.of(lines, others)) {
            List<Amounts> twice = new ArrayList<>(now);
            twice.add(now.get(0));
            order.setItems(items(twice, StorefrontLaws::ordered));
            stage.session.save(order);
            order = stage.session.get(Order.TYPE, order.getId());
            assertThat(order.getItems()).isEqualTo(items(twice, StorefrontLaws::ordered));
            BigInteger subtotal = sum(twice);
            BigInteger discount = rounded(subtotal.multiply(BigInteger.valueOf(share)));
            assertThat(order.getSubtotal()).isEqualTo(money(subtotal));
            assertThat(order.getTotalDiscounts()).isEqualTo(money(discount));
            assertThat(order.getTotal())
                    .isEqualTo(money(subtotal.subtract(discount).add(BigInteger.valueOf(shipping))));
            assertThat(order.getWorth()).isEqualByComparingTo(new BigDecimal(subtotal, 4));
        }
    }

    @Property(tries = 25)
    void onlyOffersThatAreNoAlternativesCountInAQuoteAndAllLinesInAList(@ForAll("lines") List<Amounts> lines) {
        Stage stage = new Stage(newStore());
        Quote quote = new Quote(stage.acuserv);
        quote.setItems(items(lines, StorefrontLaws::quoted));
        Quote saved = stage.session.save(quote);
        BigInteger counted =
                sum(lines.stream().filter(line -> !line.alternative).toList());
        assertThat(saved.getSubtotal()).isEqualTo(money(counted));
        assertThat(saved.getTotal()).isEqualTo(money(counted));
        ShoppingList list = new ShoppingList("Next week");
        lines.forEach(line -> list.add(meant(line)));
        ShoppingList kept = stage.session.save(list);
        BigInteger worth = kept.getItems().stream()
                .map(item -> rounded(units(item.quantity()).multiply(units(item.price()))))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(kept.getSubtotal()).isEqualTo(money(worth));
        assertThat(kept.getItems().stream()
                        .map(item -> units(item.quantity()))
                        .reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(BigInteger.valueOf(
                        lines.stream().mapToLong(Amounts::quantity).sum()));
    }

    private static BigInteger units(@Nullable Object value) {
        BigDecimal number = value instanceof Money money ? money.amount() : (BigDecimal) value;
        return number == null ? BigInteger.ZERO : number.movePointRight(4).toBigIntegerExact();
    }

    private static <I> List<I> items(List<Amounts> lines, Function<Amounts, I> maker) {
        return lines.stream().map(maker).toList();
    }

    private static OrderLineItem ordered(Amounts line) {
        return OrderLineItem.of("SKU", line.exactQuantity().toPlainString(), "kg", line.money());
    }

    private static QuotedItem quoted(Amounts line) {
        QuotedItem item = QuotedItem.of("SKU", line.exactQuantity().toPlainString(), "kg", line.money());
        return line.alternative ? item.asAlternative() : item;
    }

    /** Products of one number have one price. */
    private static ShoppingListItem meant(Amounts line) {
        return ShoppingListItem.of("SKU-" + line.price(), line.exactQuantity().toPlainString(), "kg", line.money());
    }

    @Provide
    Arbitrary<Long> shares() {
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 10_000), Arbitraries.of(0L, 1L, 5_000L, 10_000L));
    }

    @Provide
    Arbitrary<List<Integer>> steps() {
        return Arbitraries.integers().between(0, 111).list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 25)
    void aStatusMovesOnlyAsDocumented(@ForAll("steps") List<Integer> steps) {
        Stage stage = new Stage(newStore());
        for (Machine<?, ?> machine :
                List.of(Machine.ofRequest(stage), Machine.ofQuote(stage), Machine.ofOrder(stage))) {
            steps.forEach(machine::step);
        }
    }

    @Test
    void theDocumentationHasMovesAndEachVerbIsTried() {
        Stage stage = new Stage(newStore());
        assertThat(Documented.count("quote request")).isEqualTo(17);
        assertThat(Documented.count("quote")).isEqualTo(8);
        assertThat(Documented.count("order")).isEqualTo(6);
        int moved = 0;
        for (Machine<?, ?> machine :
                List.of(Machine.ofRequest(stage), Machine.ofQuote(stage), Machine.ofOrder(stage))) {
            for (int step = 0; step < 112; step++) {
                machine.step(step * 37 % 112);
            }
            moved += machine.moved();
        }
        assertThat(moved).isGreaterThan(10);
    }
}
