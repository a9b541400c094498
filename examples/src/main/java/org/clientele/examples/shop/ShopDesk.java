package org.clientele.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.Synchronisation;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.customer.Customer;
import org.clientele.magento.Cart;
import org.clientele.magento.CartItem;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.sync.Connection;
import org.clientele.sync.RemoteRecord;
import org.clientele.sync.SyncReport;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Takes in the customers, carts and orders of a web shop: customers find their accounts, orders wait for their customers. */
public final class ShopDesk {

    private static final String USD = "USD";

    private final PrintStream out;
    private final Session system;
    private final User olga;
    private final Channel channel;

    ShopDesk(RecordStore store, PrintStream out) {
        this.out = out;
        Crm crm = Crm.open(store, config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = system.save(new User("olga", "olga@acme.example", "Olga", "Orlova", acme).addRole("administrator"));
        channel = crm.as(olga)
                .save(new Channel("Engine shop", ChannelType.MAGENTO)
                        .addEntity("cart")
                        .addEntity("web order"));
    }

    public static void main(String[] arguments) throws IOException {
        new ShopDesk(new InMemoryStore(), System.out).work();
    }

    /** What of the shop is kept, and how. */
    private Connection connection(URI shop) {
        return Connection.named(
                "engine shop",
                connection -> connection
                        .onlyWhile(Channel.TYPE, Ref.to(channel), Channel::isActive)
                        .connector(
                                "orders",
                                WebOrder.TYPE,
                                new ShopConnector<>(shop, "orders", ShopDesk::readOrder),
                                orders -> orders.properties(WebOrder.INCREMENT_ID, WebOrder.STATUS, WebOrder.ITEMS)
                                        .reference(WebOrder.CUSTOMER, "customers")
                                        .creating(this::own))
                        .connector(
                                "carts",
                                Cart.TYPE,
                                new ShopConnector<>(shop, "carts", ShopDesk::readCart),
                                carts -> carts.properties(Cart.ORIGIN_ID, Cart.ITEMS)
                                        .reference(Cart.CUSTOMER, "customers")
                                        .creating(this::own))
                        .connector(
                                "customers",
                                WebCustomer.TYPE,
                                new ShopConnector<>(shop, "customers", ShopDesk::readCustomer),
                                customers -> customers
                                        .properties(
                                                WebCustomer.ORIGIN_ID,
                                                WebCustomer.FIRST_NAME,
                                                WebCustomer.LAST_NAME,
                                                WebCustomer.EMAIL,
                                                WebCustomer.WEBSITE)
                                        .matchOn(WebCustomer.ORIGIN_ID, Customer.CHANNEL)
                                        .creating(customer -> {
                                            own(customer);
                                            customer.setChannel(Ref.to(channel));
                                        })));
    }

    private void own(UserOwned record) {
        record.setOwner(Ref.to(olga));
        record.setOrganization(olga.getOrganization());
    }

    private static @Nullable String text(JsonNode one, String name) {
        return one.hasNonNull(name) ? one.get(name).asText() : null;
    }

    private static void readCustomer(JsonNode one, RemoteRecord.Values<WebCustomer> values) {
        values.set(WebCustomer.ORIGIN_ID, text(one, "id"))
                .set(WebCustomer.FIRST_NAME, text(one, "first"))
                .set(WebCustomer.LAST_NAME, text(one, "last"))
                .set(WebCustomer.EMAIL, text(one, "email"))
                .set(WebCustomer.WEBSITE, text(one, "site"));
    }

    private static void readCart(JsonNode one, RemoteRecord.Values<Cart> values) {
        List<CartItem> items = new ArrayList<>();
        one.path("items")
                .forEach(item -> items.add(new CartItem(item.get("name").asText(), quantity(item), price(item))));
        values.set(Cart.ORIGIN_ID, text(one, "id")).set(Cart.ITEMS, items).point(Cart.CUSTOMER, text(one, "customer"));
    }

    private static void readOrder(JsonNode one, RemoteRecord.Values<WebOrder> values) {
        List<OrderItem> items = new ArrayList<>();
        one.path("items")
                .forEach(item -> items.add(new OrderItem(item.get("name").asText(), quantity(item), price(item))));
        values.set(WebOrder.INCREMENT_ID, text(one, "id"))
                .set(WebOrder.STATUS, text(one, "status"))
                .set(WebOrder.ITEMS, items)
                .point(WebOrder.CUSTOMER, text(one, "customer"));
    }

    private static BigDecimal quantity(JsonNode item) {
        return new BigDecimal(item.get("quantity").asText());
    }

    private static Money price(JsonNode item) {
        return Money.of(item.get("price").asText(), USD);
    }

    void work() throws IOException {
        try (Shop shop = new Shop()) {
            shop.change("customers", "{'id':1,'first':'Ada','last':'Lovelace','email':'ada@acuserv.example'}");
            shop.change(
                    "customers",
                    "{'id':2,'first':'Ada','last':'Lovelace','email':'ada@acuserv.example','site':'outlet'}");
            shop.change("customers", "{'id':3,'first':'Jerry','last':'Coleman','email':'no e-mail'}");
            shop.change("carts", "{'id':7,'customer':1,'items':[{'name':'Cog','quantity':4,'price':'2.50'}]}");
            shop.change(
                    "orders",
                    "{'id':'100','customer':1,'status':'new','items':[{'name':'Engine','quantity':1,'price':'17000'}]}");
            shop.change("orders", "{'id':'101','customer':9,'status':'new','items':[]}");
            Synchronisation engines = system.synchronisation(connection(shop.uri()));
            out.println("The first run");
            tell(engines.run(outcome -> {
                if (outcome.reason() != null) {
                    out.println("  " + outcome.connector() + " " + outcome.externalId() + ": " + outcome.reason());
                }
            }));
            show();
            out.println("The same again");
            tell(engines.run());
            out.println("Jerry has an e-mail address now, and who ordered is told");
            shop.change("customers", "{'id':3,'first':'Jerry','last':'Coleman','email':'jerry@coleman.example'}");
            shop.change("customers", "{'id':9,'first':'Big','last':'Bear','email':'big@bear.example'}");
            tell(engines.run());
            show();
            out.println("What is open: " + engines.open(10).size());
            channelIsClosed(engines);
        }
    }

    private void channelIsClosed(Synchronisation engines) {
        Channel closed = system.get(Channel.TYPE, channel.getId());
        closed.deactivate();
        system.save(closed);
        out.println(
                "The channel is not active: " + engines.run().of("customers").status());
    }

    private void tell(SyncReport report) {
        report.connectors()
                .forEach(one -> out.println("  " + one.connector() + ": " + one.status() + ", " + one.counts()));
    }

    private void show() {
        for (WebCustomer customer : system.select(WebCustomer.TYPE)
                .orderBy(WebCustomer.ORIGIN_ID.asc())
                .list()) {
            out.println("  customer " + customer.getOriginId() + " " + customer.getName() + ", of account "
                    + system.select(WebCustomer.TYPE)
                            .where(Customer.ACCOUNT.is(Objects.requireNonNull(customer.getAccount())))
                            .count()
                    + " customer(s), lifetime " + customer.getLifetime());
        }
        out.println("  carts " + system.select(Cart.TYPE).count() + ", orders "
                + system.select(WebOrder.TYPE).count());
    }
}
