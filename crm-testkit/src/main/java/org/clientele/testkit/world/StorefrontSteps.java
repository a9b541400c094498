package org.clientele.testkit.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.CustomerUser;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderDiscount;
import org.clientele.commerce.OrderLineItem;
import org.clientele.commerce.Quote;
import org.clientele.commerce.QuoteRequest;
import org.clientele.commerce.QuotedItem;
import org.clientele.commerce.RequestedItem;
import org.clientele.commerce.ShoppingList;
import org.clientele.commerce.ShoppingListItem;
import org.clientele.contact.Address;
import org.clientele.organization.User;
import org.clientele.testkit.world.World.Owner;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Steps that make companies of a storefront, their users, and what these want and buy, in dollars. */
final class StorefrontSteps {

    private static final Instant DAY = Instant.parse("2026-03-01T09:30:00Z");

    private StorefrontSteps() {}

    /** A company, or a division of one that is there. */
    record AddCompany(
            Owner owner,
            int channel,
            @Nullable Integer account,
            @Nullable Integer parent,
            @Nullable Integer representative,
            String group)
            implements Step {
        @Override
        public void build(World world) {
            world.pick(Channel.TYPE, channel).ifPresent(from -> {
                CommerceCustomer company = new CommerceCustomer(world.name(CommerceCustomer.TYPE), from);
                company.setAccount(Worlds.ref(world, Account.TYPE, account));
                company.setParent(Worlds.ref(world, CommerceCustomer.TYPE, parent));
                company.setCustomerGroup(group);
                company.setAddresses(List.of(Address.in("US").with(Address.CITY, "Rochester")));
                if (representative != null) {
                    world.pick(User.TYPE, representative)
                            .ifPresent(user -> company.setSalesRepresentatives(Set.of(Ref.to(user))));
                }
                world.add(company, owner);
            });
        }
    }

    /** Somebody who buys for a company, or does not yet. */
    record AddBuyer(Owner owner, @Nullable Integer company, boolean guest, String website) implements Step {
        @Override
        public void build(World world) {
            String name = world.name(CustomerUser.TYPE);
            CustomerUser buyer = new CustomerUser("Ada", name, name.replace(' ', '.') + "@shop.example");
            buyer.setCustomer(Worlds.ref(world, CommerceCustomer.TYPE, company));
            buyer.setGuest(guest);
            buyer.setWebsite(website);
            if (buyer.getCustomer() != null) {
                buyer.addRole("buyer").confirm().enable();
            }
            world.add(buyer, owner);
        }
    }

    /** What a document is. */
    enum Kind {
        LIST,
        REQUEST,
        QUOTE,
        ORDER
    }

    /** A document with some lines, of which several may be alike. */
    record AddDocument(
            Kind kind,
            Owner owner,
            @Nullable Integer company,
            @Nullable Integer buyer,
            List<Integer> lines,
            boolean done,
            String notes)
            implements Step {
        @Override
        public void build(World world) {
            switch (kind) {
                case LIST -> world.add(list(world), owner);
                case REQUEST -> world.add(request(world), owner);
                case QUOTE -> world.add(quote(world), owner);
                case ORDER -> world.add(order(world), owner);
            }
        }

        private ShoppingList list(World world) {
            ShoppingList list = new ShoppingList(world.name(ShoppingList.TYPE));
            list.setCustomer(Worlds.ref(world, CommerceCustomer.TYPE, company));
            list.setCustomerUser(Worlds.ref(world, CustomerUser.TYPE, buyer));
            list.setNotes(notes);
            lines.forEach(line -> list.add(ShoppingListItem.of("SKU-" + line, "1.5", "kg", price(line))));
            return list;
        }

        private QuoteRequest request(World world) {
            String name = world.name(QuoteRequest.TYPE);
            QuoteRequest request =
                    new QuoteRequest("Ada", name, name.replace(' ', '.') + "@shop.example", "Big Bear Stores");
            request.setCustomer(Worlds.ref(world, CommerceCustomer.TYPE, company));
            request.setCustomerUser(Worlds.ref(world, CustomerUser.TYPE, buyer));
            request.setNote(notes);
            lines.forEach(line -> request.add(RequestedItem.of("SKU-" + line, "2", "item", null)));
            return done ? request.process() : request;
        }

        private Quote quote(World world) {
            Quote quote = new Quote();
            quote.setCustomer(Worlds.ref(world, CommerceCustomer.TYPE, company));
            quote.setRequest(Worlds.ref(world, QuoteRequest.TYPE, buyer));
            quote.setValidUntil(DAY);
            lines.forEach(line -> quote.add(QuotedItem.of("SKU-" + line, "100", "item", price(line))));
            return done ? quote.send() : quote;
        }

        private Order order(World world) {
            Order order = world.pick(Quote.TYPE, lines.get(0)).map(Order::new).orElseGet(() -> sourceless(world));
            order.setIdentifier(world.name(Order.TYPE));
            order.setCustomerNotes(notes);
            order.setOrderedAt(DAY);
            order.setShippingCost(price(3));
            lines.forEach(line -> order.add(OrderLineItem.of("SKU-" + line, "0.3333", "kg", price(line))));
            order.add(OrderDiscount.percent("Spring", new BigDecimal("0.125")));
            return done ? order.pay().ship() : order;
        }

        private Order sourceless(World world) {
            return world.pick(ShoppingList.TYPE, -1).map(Order::new).orElseGet(() -> {
                Order order = new Order();
                order.setCustomer(Worlds.ref(world, CommerceCustomer.TYPE, company));
                order.setCustomerUser(Worlds.ref(world, CustomerUser.TYPE, buyer));
                return order;
            });
        }

        private static Money price(int line) {
            return new Money(BigDecimal.valueOf(Math.abs(line) * 7L + 1, 2), "USD");
        }
    }

    static Arbitrary<AddCompany> companies() {
        return Combinators.combine(
                        Worlds.owners(),
                        Worlds.numbers(),
                        Worlds.numbers().injectNull(0.3),
                        Worlds.numbers().injectNull(0.5),
                        Worlds.numbers().injectNull(0.5),
                        Worlds.texts())
                .as(AddCompany::new);
    }

    static Arbitrary<AddBuyer> buyers() {
        return Combinators.combine(
                        Worlds.owners(), Worlds.numbers().injectNull(0.3), Arbitraries.of(true, false), Worlds.texts())
                .as(AddBuyer::new);
    }

    static Arbitrary<AddDocument> documents() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Worlds.owners(),
                        Worlds.numbers().injectNull(0.3),
                        Worlds.numbers().injectNull(0.3),
                        Worlds.numbers().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(true, false),
                        Worlds.texts())
                .as(AddDocument::new);
    }
}
