package org.clientele.testkit.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.magento.Cart;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmException;
import org.clientele.model.InvalidRecordException;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** What an order of a web shop is, comes to, and is worth. */
abstract class OrderExamples extends CartExamples {

    /** {@code 2 x 100 + 3 x 0.3333 = 200.9999; less 10 and 5; plus 7 shipping; plus 20 and 1.5 tax}. */
    @Test
    void anOrderComesToWhatItsItemsComeToAndWhatNoItemExplains() {
        Shop shop = open();
        WebOrder order = shop.order("100000001")
                .addItem(ordered("2", usd("100"))
                        .with(OrderItem.DISCOUNT, usd("10"))
                        .with(OrderItem.TAX, usd("20")))
                .addItem(ordered("3", usd("0.3333")));
        order.setOrderDiscount(usd("5"));
        order.setShipping(usd("7"));
        order.setShippingTax(usd("1.5"));
        WebOrder saved = shop.session.save(order);
        assertThat(saved.getSubtotal()).isEqualTo(usd("200.9999"));
        assertThat(saved.getDiscount()).isEqualTo(usd("15"));
        assertThat(saved.getTax()).isEqualTo(usd("21.5"));
        assertThat(saved.getTotal()).isEqualTo(usd("214.4999"));
        assertThat(saved.getWorth()).isEqualByComparingTo("185.9999");
    }

    @Test
    void aDiscountTakesOffWhateverItsSign() {
        Shop shop = open();
        WebOrder order =
                shop.order("100000001").addItem(ordered("1", usd("100")).with(OrderItem.DISCOUNT, usd("-10")));
        order.setOrderDiscount(usd("-5"));
        WebOrder saved = shop.session.save(order);
        assertThat(saved.getDiscount()).isEqualTo(usd("15"));
        assertThat(saved.getTotal()).isEqualTo(usd("85"));
        assertThat(saved.getWorth()).isEqualByComparingTo("85");
    }

    @Test
    void theWorthIsInTheBaseCurrencyAtTheRateOfTheDayOfTheOrder() {
        Shop shop = open();
        WebOrder order = shop.order("100000001").addItem(ordered("1", eur("100")));
        order.setShipping(eur("7"));
        WebOrder saved = shop.session.save(order);
        assertThat(saved.getOrderedAt()).isEqualTo(NOW);
        assertThat(saved.getCurrency()).isEqualTo("EUR");
        assertThat(saved.getTotal()).isEqualTo(eur("107"));
        assertThat(saved.getWorth()).isEqualByComparingTo("120");
        saved.setOrderedAt(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(shop.session.save(saved).getWorth()).isEqualByComparingTo("110");
    }

    @Test
    void withoutARateAnOrderIsRefused() {
        Shop shop = open();
        assertThatThrownBy(() -> shop.session.save(shop.order("100000001").addItem(ordered("1", Money.of("1", "GBP")))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is in a currency that has no rate to the base currency on the day of the order");
    }

    @Test
    void allAmountsAreInTheOneCurrency() {
        Shop shop = open();
        WebOrder order = shop.order("100000001").addItem(ordered("1", usd("1")));
        order.setTotalPaid(eur("1"));
        assertThatThrownBy(() -> shop.session.save(order))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "has amounts in more than one currency; give all of them in the currency of the" + " order");
    }

    @Test
    void onlyCanceledOrdersDoNotCount() {
        Shop shop = open();
        for (String status : List.of("pending", "canceled", "Canceled", "CANCELED", "canceled by us", "complete")) {
            WebOrder order = new WebOrder("order " + status.hashCode(), shop.channel, status);
            WebOrder saved = shop.session.save(order.addItem(ordered("1", usd("1"))));
            assertThat(saved.getWorth()).isEqualByComparingTo("1");
        }
        assertThat(shop.session.select(WebOrder.TYPE).where(WebOrder.COUNTS).list())
                .extracting(WebOrder::getStatus)
                .containsExactlyInAnyOrder("pending", "canceled by us", "complete");
        assertThat(shop.session
                        .select(WebOrder.TYPE)
                        .where(WebOrder.COUNTS.negate())
                        .list())
                .hasSize(3)
                .allMatch(WebOrder::isCanceled);
    }

    @Test
    void anOrderNeedsAStatusANumberAndAChannel() {
        Shop shop = open();
        WebOrder order = new WebOrder(" ", shop.channel, " ");
        order.setChannel(null);
        assertThatThrownBy(() -> shop.session.save(order))
                .hasMessageContaining("incrementId is missing; give one")
                .hasMessageContaining("status is missing; give one")
                .hasMessageContaining("belongs to no channel; give it one, or a customer who has one");
    }

    @Test
    void aNumberIsThereOnceInAChannel() {
        Shop shop = open();
        shop.session.save(shop.order("100000001"));
        assertThatThrownBy(() -> shop.session.save(shop.order("100000001")))
                .isInstanceOf(CrmException.class)
                .hasMessageContaining("incrementIdInChannel");
        Channel other = shop.session.save(new Channel("Other shop", ChannelType.MAGENTO));
        assertThat(shop.session
                        .save(new WebOrder("100000001", other, "pending"))
                        .getIncrementId())
                .isEqualTo("100000001");
    }

    @Test
    void anOrderOutlivesItsCustomerAndItsCart() {
        Shop shop = open();
        WebCustomer ada = shop.ada();
        Cart cart = shop.session.save(new Cart(ada).purchase());
        WebOrder order = new WebOrder("100000001", ada, "complete").addItem(ordered("1", usd("1")));
        order.setCart(Ref.to(cart));
        WebOrder saved = shop.session.save(order);
        assertThat(saved.getEmail()).isEqualTo("ada@acme.example");
        shop.session.delete(ada);
        WebOrder left = shop.session.get(WebOrder.TYPE, saved.getId());
        assertThat(left.getCustomer()).isNull();
        assertThat(left.getCart()).isNull();
        assertThat(left.getChannel()).isEqualTo(Ref.to(shop.channel));
        assertThat(left.getItems()).isEqualTo(saved.getItems());
    }

    @Test
    void theOrdersOfMergedCustomersAreTheMasters() {
        Shop shop = open();
        WebCustomer ada = shop.ada();
        WebCustomer countess = shop.session.save(shop.registered("8", "countess@acme.example"));
        WebOrder order = shop.session.save(new WebOrder("100000001", countess, "complete"));
        Cart cart = shop.session.save(new Cart(countess));
        shop.session
                .apply(shop.session.planMerge(
                        WebCustomer.TYPE, choices -> choices.master(ada).absorb(countess)))
                .orThrow();
        assertThat(shop.session.get(WebOrder.TYPE, order.getId()).getCustomer()).isEqualTo(Ref.to(ada));
        assertThat(shop.session.get(Cart.TYPE, cart.getId()).getCustomer()).isEqualTo(Ref.to(ada));
    }
}
