package org.clientele.testkit.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.clientele.magento.Cart;
import org.clientele.magento.CartStatus;
import org.clientele.magento.Intake;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmException;
import org.clientele.model.InvalidRecordException;
import org.clientele.sales.Opportunity;
import org.jspecify.annotations.Nullable;

/**
 * The laws of a web shop, with examples: what carts and orders come to, how carts move, and that nobody comes in twice. Extend it
 * and give a store.
 */
public abstract class ShopLaws extends OrderExamples {

    private static final int TRIES = 15;

    /** Where each status may lead, as the documents say: what is closed can only be opened again. */
    private static final Map<CartStatus, Set<CartStatus>> MOVES = Map.of(
            CartStatus.OPEN,
            Set.of(CartStatus.LOST, CartStatus.CONVERTED_TO_OPPORTUNITY, CartStatus.EXPIRED, CartStatus.PURCHASED),
            CartStatus.LOST,
            Set.of(CartStatus.OPEN),
            CartStatus.CONVERTED_TO_OPPORTUNITY,
            Set.of(CartStatus.OPEN),
            CartStatus.EXPIRED,
            Set.of(CartStatus.OPEN),
            CartStatus.PURCHASED,
            Set.of(CartStatus.OPEN));

    @Property(tries = TRIES)
    void cartsComeToWhatTheirItemsComeToExactly(@ForAll("carts") List<List<Goods>> carts) {
        Shop shop = open();
        for (List<Goods> rows : carts) {
            Cart cart = shop.cart();
            cart.setItems(rows.stream().map(Goods::inCart).toList());
            Cart saved = shop.session.get(Cart.TYPE, shop.session.save(cart).getId());
            BigInteger gross = Goods.sum(rows, Goods::gross);
            BigInteger tax = Goods.sum(rows, Goods::taxed);
            assertThat(saved.getItems()).isEqualTo(cart.getItems());
            assertThat(saved.getItemsCount()).isEqualTo(rows.size());
            assertThat(saved.getItemsQty())
                    .isEqualTo(Goods.decimal(Goods.sum(rows, row -> BigInteger.valueOf(row.quantity()))));
            assertThat(saved.getSubTotal()).isEqualTo(Goods.usd(gross));
            assertThat(saved.getTaxAmount()).isEqualTo(Goods.usd(tax));
            assertThat(saved.getGrandTotal())
                    .isEqualTo(Goods.usd(
                            gross.subtract(Goods.sum(rows, Goods::off)).add(tax)));
        }
    }

    @Property(tries = TRIES)
    @Tag("alike-items")
    void ordersComeToWhatTheirItemsAndTheRestComeToExactly(@ForAll("orders") List<Order> orders) {
        Shop shop = open();
        for (Order order : orders) {
            WebOrder made = shop.order("1");
            order.fill(made);
            WebOrder saved = shop.session.save(made);
            order.assertTotals(shop.session.get(WebOrder.TYPE, saved.getId()));
            Order next = orders.get(orders.size() - 1);
            next.fill(saved);
            WebOrder changed = shop.session.save(saved);
            next.assertTotals(shop.session.get(WebOrder.TYPE, changed.getId()));
            shop.session.delete(changed);
        }
    }

    /** An order in ten-thousandths, and what it comes to by whole numbers alone. */
    record Order(
            List<Goods> rows,
            @Nullable Long discount,
            @Nullable Long shipping,
            @Nullable Long shippingTax) {

        void fill(WebOrder order) {
            order.setItems(rows.stream().map(Goods::ordered).toList());
            order.setOrderDiscount(Goods.usd(discount));
            order.setShipping(Goods.usd(shipping));
            order.setShippingTax(Goods.usd(shippingTax));
        }

        void assertTotals(WebOrder order) {
            BigInteger gross = Goods.sum(rows, Goods::gross);
            BigInteger off = Goods.sum(rows, Goods::off).add(units(discount).abs());
            BigInteger tax = Goods.sum(rows, Goods::taxed).add(units(shippingTax));
            assertThat(order.getItems()).hasSize(rows.size());
            assertThat(order.getSubtotal()).isEqualTo(Goods.usd(gross));
            assertThat(order.getDiscount()).isEqualTo(Goods.usd(off));
            assertThat(order.getTax()).isEqualTo(Goods.usd(tax));
            assertThat(order.getTotal())
                    .isEqualTo(
                            Goods.usd(gross.subtract(off).add(units(shipping)).add(tax)));
            assertThat(order.getWorth()).isEqualTo(Goods.decimal(gross.subtract(off)));
        }

        private static BigInteger units(@Nullable Long amount) {
            return BigInteger.valueOf(amount == null ? 0 : amount);
        }
    }

    /**
     * What somebody does with the status of a cart.
     *
     * @param verb by the verb of the cart; else by its property
     */
    record Move(CartStatus to, boolean verb) {}

    @Property(tries = TRIES)
    void statusesMoveOnlyAsDocumented(@ForAll("moves") List<Move> moves) {
        Shop shop = open();
        Opportunity engine = shop.session.save(new Opportunity("Analytical engine"));
        Cart cart = shop.session.save(shop.cart());
        CartStatus now = CartStatus.OPEN;
        for (Move move : moves) {
            boolean same = move.to().equals(now);
            boolean mayMove = MOVES.getOrDefault(now, Set.of()).contains(move.to());
            boolean quiet = same && (!move.verb() || now.equals(CartStatus.OPEN));
            Cart moving = shop.session.get(Cart.TYPE, cart.getId());
            if (mayMove || quiet) {
                make(move, moving, engine);
                assertThat(shop.session.save(moving).getStatus()).isEqualTo(move.to());
                now = move.to();
            } else if (move.verb()) {
                assertThatThrownBy(() -> make(move, moving, engine))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("open it again first");
            } else {
                make(move, moving, engine);
                assertThatThrownBy(() -> shop.session.save(moving)).isInstanceOf(InvalidRecordException.class);
            }
            assertThat(shop.session.get(Cart.TYPE, cart.getId()).getStatus()).isEqualTo(now);
        }
    }

    private static void make(Move move, Cart cart, Opportunity engine) {
        if (!move.verb()) {
            cart.setStatus(move.to());
            return;
        }
        switch (move.to().id()) {
            case "open" -> cart.reopen();
            case "lost" -> cart.lose("too dear");
            case "expired" -> cart.expire();
            case "purchased" -> cart.purchase();
            default -> cart.convert(engine);
        }
    }

    /**
     * Somebody whom the shop tells of.
     *
     * @param origin null for a guest
     */
    record Arriving(
            @Nullable String origin, String email, @Nullable String website) {

        WebCustomer customer(Shop shop) {
            WebCustomer customer = new WebCustomer("Ada", origin, email, shop.channel);
            customer.setOriginId(origin);
            customer.setGuest(origin == null);
            customer.setWebsite(website);
            return customer;
        }
    }

    @Property(tries = TRIES)
    void nobodyComesInTwice(@ForAll("arrivals") List<Arriving> arrivals) {
        Shop shop = open();
        Intake intake = new Intake(shop.session);
        for (Arriving arriving : arrivals) {
            WebCustomer taken;
            try {
                taken = intake.take(arriving.customer(shop));
            } catch (CrmException emailOfAnother) {
                assertThat(arriving.origin()).isNotNull();
                continue;
            }
            assertThat(taken.getOriginId()).isEqualTo(arriving.origin());
            assertThat(taken.getEmail()).isEqualTo(arriving.email());
            assertThat(taken.isGuest()).isEqualTo(arriving.origin() == null);
            WebCustomer again = intake.take(arriving.customer(shop));
            assertThat(again.getId()).isEqualTo(taken.getId());
            assertThat(again.getVersion()).isEqualTo(taken.getVersion());
        }
        Set<String> known = new HashSet<>();
        for (WebCustomer customer : shop.session.select(WebCustomer.TYPE).list()) {
            String place = " " + customer.getEmail() + " " + customer.getWebsite();
            assertThat(known.add((customer.isGuest() ? "guest" : "registered") + place.toLowerCase(Locale.ROOT)))
                    .as(customer + place)
                    .isTrue();
            assertThat(customer.isGuest() || known.add("origin " + customer.getOriginId()))
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<List<Goods>>> carts() {
        return Goods.rows().list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Order>> orders() {
        return Combinators.combine(Goods.rows(), Goods.amounts(), Goods.amounts(), Goods.amounts())
                .as(Order::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(Arbitraries.of(CartStatus.DICTIONARY.values()), Arbitraries.of(true, false))
                .as(Move::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Arriving>> arrivals() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3").injectNull(0.4),
                        Arbitraries.of("ada@acme.example", "ADA@acme.example", "bo@acme.example"),
                        Arbitraries.of("main", "Main", "outlet").injectNull(0.3))
                .as(Arriving::new)
                .list()
                .ofMaxSize(8);
    }
}
