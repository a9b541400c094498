package org.clientele.testkit.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.clientele.commerce.CustomerUser;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderDiscount;
import org.clientele.commerce.OrderLineItem;
import org.clientele.commerce.PaymentStatus;
import org.clientele.commerce.Quote;
import org.clientele.commerce.QuoteRequest;
import org.clientele.commerce.QuotedItem;
import org.clientele.commerce.RequestedItem;
import org.clientele.commerce.ShoppingList;
import org.clientele.commerce.ShoppingListItem;
import org.clientele.contact.Address;
import org.clientele.merge.MergePlan;
import org.clientele.model.InvalidRecordException;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What documents of a storefront come to, what they refuse, and how one becomes another. */
abstract class DocumentExamples extends CompanyExamples {

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void anOrderComesToItsLinesWithoutDiscountsAndWithShipping() {
        Stage stage = new Stage(newStore());
        Order order = new Order(stage.acuserv)
                .add(OrderLineItem.of("SKU-1", "3", "item", dollars("19.99")))
                .add(OrderLineItem.of("SKU-2", "0.3333", "kg", dollars("0.0002")))
                .add(OrderDiscount.percent("Spring", new BigDecimal("0.1")))
                .add(OrderDiscount.amount("Voucher", dollars("5")));
        order.setShippingCost(dollars("7.50"));
        Order saved = stage.session.save(order);
        assertThat(saved.getCurrency()).isEqualTo("USD");
        assertThat(saved.getSubtotal()).isEqualTo(dollars("59.9701"));
        assertThat(saved.getTotalDiscounts()).isEqualTo(dollars("10.997"));
        assertThat(saved.getTotal()).isEqualTo(dollars("56.4731"));
        assertThat(saved.getOrderedAt()).isEqualTo(NOW);
        assertThat(stage.session.get(Order.TYPE, saved.getId()).getTotal()).isEqualTo(saved.getTotal());
    }

    @Test
    void aLineThatIsOrderedTwiceIsThereTwice() {
        Stage stage = new Stage(newStore());
        OrderLineItem line = OrderLineItem.of("SKU-1", "1", "item", dollars("2"));
        Order saved = stage.session.save(new Order(stage.acuserv).add(line).add(line));
        assertThat(saved.getSubtotal()).isEqualTo(dollars("4"));
        assertThat(stage.session.get(Order.TYPE, saved.getId()).getItems()).containsExactly(line, line);
        assertThat(stage.session
                        .select(Order.TYPE)
                        .where(Order.ITEMS.any(OrderLineItem.PRODUCT_SKU
                                .is("sku-1")
                                .and(OrderLineItem.PRICE.atLeast(dollars("2")))
                                .and(OrderLineItem.QUANTITY.atMost(BigDecimal.ONE))))
                        .count())
                .isOne();
    }

    @Test
    @Tag("alike-items")
    void mergedOrdersHaveEachLineAsOftenAsTheOneThatHasItMost() {
        Stage stage = new Stage(newStore());
        OrderLineItem bear = OrderLineItem.of("SKU-1", "1", "item", dollars("2"));
        OrderLineItem cub = OrderLineItem.of("SKU-2", "1", "item", dollars("3"));
        Order first = stage.session.save(new Order(stage.acuserv).add(bear).add(bear));
        Order second =
                stage.session.save(new Order(stage.acuserv).add(cub).add(bear).add(cub));
        MergePlan<Order> plan = stage.session.planMerge(
                Order.TYPE, choices -> choices.master(first).absorb(second));
        assertThat(plan.dropped())
                .filteredOn(dropped -> dropped.property().equals(Order.ITEMS.name()))
                .singleElement()
                .satisfies(dropped -> {
                    assertThat(dropped.value()).isEqualTo(Order.ITEMS.elementToText(bear));
                    assertThat(dropped.reason()).contains("as many are kept as one record has");
                });
        stage.session.apply(plan).orThrow();
        Order merged = stage.session.get(Order.TYPE, first.getId());
        assertThat(merged.getItems()).containsExactly(bear, bear, cub, cub);
        assertThat(merged.getSubtotal()).isEqualTo(dollars("10"));
    }

    @Test
    void anOrderWithoutANumberHasItsIdentityAsOneAndNoTwoHaveTheSame() {
        Stage stage = new Stage(newStore());
        Order first = stage.session.save(stage.order("1", "USD"));
        assertThat(first.getIdentifier()).isEqualTo(first.getId().toString());
        Order second = stage.order("1", "USD");
        second.setIdentifier(first.getIdentifier());
        assertThatThrownBy(() -> stage.session.save(second))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("belongs to another order");
    }

    @Test
    void anOrderNeedsLinesAndEachOfThemAProductAndAQuantity() {
        Stage stage = new Stage(newStore());
        assertThatThrownBy(() -> stage.session.save(new Order(stage.acuserv)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("items is missing; give one");
        OrderLineItem nothing = OrderLineItem.of(" ", "0", "item", dollars("-1"));
        assertThatThrownBy(() -> stage.session.save(new Order(stage.acuserv).add(nothing)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has a line without a product")
                .hasMessageContaining("1 Quantity is 0.0000, and must be more than 0")
                .hasMessageContaining("1 Price is -1 USD, below zero");
        OrderLineItem described = nothing.with(OrderLineItem.FREE_FORM_PRODUCT, "A bear, brown")
                .with(OrderLineItem.QUANTITY, BigDecimal.ONE)
                .with(OrderLineItem.PRICE, null);
        Order saved = stage.session.save(new Order(stage.acuserv).add(described));
        assertThat(saved.getSubtotal()).isEqualTo(Money.zero("USD"));
        assertThat(described.total()).isEmpty();
    }

    @Test
    void allAmountsOfADocumentAreInItsCurrency() {
        Stage stage = new Stage(newStore());
        Order mixed = stage.order("1", "USD").add(OrderLineItem.of("SKU-2", "1", "item", Money.of("1", "EUR")));
        Order shipped = stage.order("1", "USD");
        shipped.setShippingCost(Money.of("1", "EUR"));
        Order reduced = stage.order("1", "USD").add(OrderDiscount.amount("Voucher", Money.of("1", "EUR")));
        Order other = stage.order("1", "USD");
        other.setCurrency("EUR");
        for (Order order : List.of(mixed, shipped, reduced, other)) {
            assertThatThrownBy(() -> stage.session.save(order))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("has an amount in another currency than its own; give all of them in the");
        }
        Order none = stage.order("1", "USD");
        none.setCurrency("dollars");
        assertThatThrownBy(() -> stage.session.save(none))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("currency is 'dollars', which is no currency");
    }

    @Test
    void whatNoMoneyIsAsMuchAsIsRefusedAndSoAreDiscountsAboveAll() {
        Stage stage = new Stage(newStore());
        Order vast =
                new Order(stage.acuserv).add(OrderLineItem.of("SKU-1", "999999999", "item", dollars("99999999999")));
        assertThatThrownBy(() -> stage.session.save(vast))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("comes to more than any amount of money can be");
        Order given = stage.order("1", "USD").add(OrderDiscount.amount("Voucher", dollars("2")));
        assertThatThrownBy(() -> stage.session.save(given))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has discounts above all that they are taken off; lower them");
        Order unclear = stage.order("1", "USD")
                .add(OrderDiscount.percent("Both", BigDecimal.ZERO).with(OrderDiscount.AMOUNT, dollars("0")));
        assertThatThrownBy(() -> stage.session.save(unclear))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has a discount that is not either a share or an amount");
    }

    @Test
    void theWorthOfAnOrderIsItsSubtotalInTheBaseCurrencyAtTheRateOfItsDay() {
        Stage stage = new Stage(newStore());
        assertThat(stage.session.save(stage.order("10", "USD")).getWorth()).isEqualByComparingTo("10");
        assertThat(stage.session.save(stage.order("10", "EUR")).getWorth()).isEqualByComparingTo("12.5");
        Order late = stage.order("10", "EUR");
        late.setOrderedAt(Instant.parse("2026-03-02T00:00:00Z"));
        Order saved = stage.session.save(late);
        assertThat(saved.getWorth()).isEqualByComparingTo("15");
        saved.setOrderedAt(NOW);
        assertThat(stage.session.save(saved).getWorth()).isEqualByComparingTo("12.5");
        assertThatThrownBy(() -> stage.session.save(stage.order("10", "CHF")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is in a currency without a rate to the base currency on the day of the order");
    }

    @Test
    void onlyWhatIsPaidInFullCounts() {
        Stage stage = new Stage(newStore());
        for (PaymentStatus status : PaymentStatus.DICTIONARY.values()) {
            Order order = stage.order("1", "USD");
            order.setPaymentStatus(status);
            stage.session.save(order);
        }
        assertThat(stage.session.select(Order.TYPE).where(Order.COUNTS).list())
                .extracting(Order::getPaymentStatus)
                .containsExactly(PaymentStatus.FULL);
        assertThat(stage.order("1", "USD").pay().getPaymentStatus()).isEqualTo(PaymentStatus.FULL);
    }

    @Test
    void anOrderHasOneAddressForTheInvoiceAndOneForTheGoods() {
        Stage stage = new Stage(newStore());
        Order order = stage.order("1", "USD");
        Address billing = Address.in("US").with(Address.TYPES, Address.BILLING);
        Address shipping = Address.in("GB").with(Address.TYPES, Address.SHIPPING);
        order.setAddresses(List.of(billing, shipping));
        Order saved = stage.session.get(Order.TYPE, stage.session.save(order).getId());
        assertThat(saved.billingAddress()).contains(billing);
        assertThat(saved.shippingAddress()).contains(shipping);
        saved.setAddresses(List.of(billing, shipping.with(Address.TYPES, Address.BILLING)));
        assertThatThrownBy(() -> stage.session.save(saved))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has two addresses of one type");
    }

    @Test
    void aProductStandsOnceInAShoppingListAndItsQuantityGrows() {
        Stage stage = new Stage(newStore());
        CustomerUser ada = stage.buyer("ada");
        ShoppingList list = new ShoppingList("Next week", ada)
                .add(ShoppingListItem.of("SKU-1"))
                .add(ShoppingListItem.of("SKU-1", "2", "item", null))
                .add(ShoppingListItem.of("SKU-1", "2", "kg", dollars("3")));
        ShoppingList saved = stage.session.save(list);
        assertThat(saved.getItems())
                .containsExactly(
                        ShoppingListItem.of("SKU-1", "3", "item", null),
                        ShoppingListItem.of("SKU-1", "2", "kg", dollars("3")));
        assertThat(saved.getSubtotal()).isEqualTo(dollars("6"));
        saved.setItems(List.of(ShoppingListItem.of("SKU-1"), ShoppingListItem.of("SKU-1")));
        assertThatThrownBy(() -> stage.session.save(saved))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has a product twice in the same unit; add up the quantities");
    }

    @Test
    void aRequestBecomesAQuoteAndAQuoteAnOrder() {
        Stage stage = new Stage(newStore());
        CustomerUser ada = stage.buyer("ada");
        QuoteRequest request = new QuoteRequest("Ada", "Lovelace", "ada@acuserv.example", "Acuserv")
                .add(RequestedItem.of("SKU-1", "100", "item", dollars("9")));
        request.setCustomerUser(Ref.to(ada));
        QuoteRequest asked = stage.session.save(request);
        assertThat(asked.getCustomer()).isEqualTo(Ref.to(stage.acuserv));
        Quote quote = new Quote(asked)
                .add(QuotedItem.of("SKU-1", "500", "item", dollars("8")).asAlternative());
        Quote offered = stage.session.save(quote.send());
        assertThat(offered.getSubtotal()).isEqualTo(dollars("900"));
        assertThat(offered.getQid()).isEqualTo(offered.getId().toString());
        Order order = stage.session.save(new Order(stage.session.save(offered.accept(NOW))));
        assertThat(order.getItems()).containsExactly(OrderLineItem.of("SKU-1", "100", "item", dollars("9")));
        assertThat(order.getSourceQuote()).isEqualTo(Ref.to(offered));
        assertThat(order.getCustomerUser()).isEqualTo(Ref.to(ada));
        assertThatThrownBy(() -> stage.session.delete(stage.acuserv)).isInstanceOf(InvalidRecordException.class);
        stage.session.delete(stage.session.get(QuoteRequest.TYPE, asked.getId()));
        assertThat(stage.session.get(Quote.TYPE, offered.getId()).getRequest()).isNull();
        stage.session.delete(stage.session.get(Quote.TYPE, offered.getId()));
        assertThat(stage.session.get(Order.TYPE, order.getId()).getSourceQuote())
                .isNull();
    }

    @Test
    void aShoppingListBecomesAnOrder() {
        Stage stage = new Stage(newStore());
        ShoppingList list = stage.session.save(new ShoppingList("Next week", stage.buyer("ada"))
                .add(ShoppingListItem.of("SKU-1", "2", "item", Money.of("3", "EUR"))));
        Order order = stage.session.save(new Order(list));
        assertThat(order.getSourceList()).isEqualTo(Ref.to(list));
        assertThat(order.getSubtotal()).isEqualTo(list.getSubtotal());
        assertThat(order.getCustomer()).isEqualTo(Ref.to(stage.acuserv));
    }
}
