package org.clientele.testkit.world;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.channel.Channel;
import org.clientele.contact.Address;
import org.clientele.magento.Cart;
import org.clientele.magento.CartItem;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.world.World.Owner;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Steps that make customers of a web shop, their carts and their orders. */
final class ShopSteps {

    private ShopSteps() {}

    /** A customer, registered or not. */
    record AddWebCustomer(Owner owner, int channel, boolean guest, String website) implements Step {
        @Override
        public void build(World world) {
            world.pick(Channel.TYPE, channel).ifPresent(shop -> {
                String name = world.name(WebCustomer.TYPE);
                String email = name.replace(' ', '.') + "@example.org";
                WebCustomer customer = new WebCustomer("Ada", name, email, shop);
                customer.setGuest(guest);
                customer.setOriginId(guest ? null : name);
                customer.setWebsite(website);
                customer.setAddresses(List.of(Address.in("US").with(Address.STREET, website)));
                world.add(customer, owner);
            });
        }
    }

    /** What a cart or an order has of one product, once or twice. */
    record Product(
            String name,
            BigDecimal quantity,
            BigDecimal price,
            @Nullable BigDecimal discount,
            boolean twice) {

        private List<CartItem> inCart() {
            CartItem item = new CartItem(name, quantity, usd(price))
                    .with(CartItem.DISCOUNT, discount == null ? null : usd(discount));
            return twice ? List.of(item, item) : List.of(item);
        }

        private List<OrderItem> ordered() {
            OrderItem item = new OrderItem(name, quantity, usd(price))
                    .with(OrderItem.DISCOUNT, discount == null ? null : usd(discount));
            return twice ? List.of(item, item) : List.of(item);
        }

        private static Money usd(BigDecimal amount) {
            return new Money(amount, "USD");
        }
    }

    /** The cart of a customer, open, lost or converted. */
    record AddCart(
            Owner owner,
            int customer,
            List<Product> products,
            boolean open,
            @Nullable Integer opportunity) implements Step {
        @Override
        public void build(World world) {
            world.pick(WebCustomer.TYPE, customer).ifPresent(buyer -> {
                Cart cart = new Cart(buyer);
                cart.setOriginId(world.name(Cart.TYPE));
                cart.setItems(products.stream()
                        .flatMap(product -> product.inCart().stream())
                        .toList());
                if (opportunity != null) {
                    world.pick(Opportunity.TYPE, opportunity).ifPresent(cart::convert);
                } else if (!open) {
                    cart.lose("too dear");
                }
                world.add(cart, owner);
            });
        }
    }

    /** An order of a customer or of nobody, made of a cart perhaps. */
    record AddWebOrder(
            Owner owner,
            int channel,
            @Nullable Integer customer,
            @Nullable Integer cart,
            List<Product> products,
            @Nullable BigDecimal shipping,
            String status)
            implements Step {
        @Override
        public void build(World world) {
            world.pick(Channel.TYPE, channel).ifPresent(shop -> {
                WebOrder order = new WebOrder(world.name(WebOrder.TYPE), shop, status);
                if (customer != null) {
                    world.pick(WebCustomer.TYPE, customer).ifPresent(buyer -> {
                        order.setCustomer(Ref.to(buyer));
                        order.setChannel(buyer.getChannel());
                    });
                }
                if (cart != null) {
                    order.setCart(world.pick(Cart.TYPE, cart).map(Ref::to).orElse(null));
                }
                order.setItems(products.stream()
                        .flatMap(product -> product.ordered().stream())
                        .toList());
                order.setShipping(shipping == null ? null : Product.usd(shipping));
                world.add(order, owner);
            });
        }
    }

    static Arbitrary<AddWebCustomer> customers() {
        return Combinators.combine(Worlds.owners(), Worlds.numbers(), Arbitraries.of(true, false), Worlds.texts())
                .as(AddWebCustomer::new);
    }

    static Arbitrary<AddCart> carts() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.numbers(),
                        products(),
                        Arbitraries.of(true, false),
                        Worlds.numbers().injectNull(0.7))
                .as(AddCart::new);
    }

    static Arbitrary<AddWebOrder> orders() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.numbers(),
                        Worlds.numbers().injectNull(0.3),
                        Worlds.numbers().injectNull(0.5),
                        products(),
                        amounts().injectNull(0.5),
                        Arbitraries.of("pending", "complete", "Canceled"))
                .as(AddWebOrder::new);
    }

    private static Arbitrary<List<Product>> products() {
        return Combinators.combine(
                        Arbitraries.of("Analytical engine", "Bear, big", "it's \"quoted\""),
                        Arbitraries.of("0", "1", "2.5", "0.3333").map(BigDecimal::new),
                        amounts(),
                        amounts().injectNull(0.5),
                        Arbitraries.of(true, false))
                .as(Product::new)
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.of("0", "17000", "9.99", "0.0001", "-5").map(BigDecimal::new);
    }
}
