package org.clientele.testkit.shop;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.magento.Cart;
import org.clientele.magento.CartItem;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Currencies;
import org.clientele.value.Money;

/** What all tests of the web shop start from. */
abstract class ShopCase {

    static final Instant NOW = Instant.parse("2026-03-01T23:30:00Z");

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** A CRM with a web shop, whose clerk Ivan may do everything with what is his own. The base currency is the US dollar. */
    static final class Shop {

        final RecordStore store;
        final Crm crm;
        final Session session;
        final Session clerk;
        final User olga;
        final Channel channel;

        Shop(RecordStore store) {
            this.store = store;
            this.crm = Crm.open(
                    store,
                    config -> config.entity(Partner.TYPE, Visit.TYPE)
                            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                            .set(Currencies.SETTING, Currencies.of("USD").converting(Shop::rate))
                            .access(RolePolicy.of(
                                    Role.administrator("administrator"),
                                    Role.named("clerk")
                                            .grant(WebCustomer.TYPE, AccessLevel.USER, Permission.values())
                                            .grant(Account.TYPE, AccessLevel.USER, Permission.values())
                                            .grant(Channel.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW))));
            Session system = crm.asSystem();
            Organization acme = system.save(new Organization("Acme"));
            this.olga = system.save(user("olga", acme).addRole("administrator"));
            this.session = crm.as(olga);
            this.clerk = crm.as(system.save(user("ivan", acme).addRole("clerk")));
            this.channel = session.save(new Channel("Web shop", ChannelType.MAGENTO));
        }

        private static User user(String name, Organization organization) {
            return new User(name, name + "@acme.example", name, "Example", organization);
        }

        /** Euros are worth 1.1 dollars, and 1.2 on the first of March 2026; nothing else is known. */
        private static Optional<BigDecimal> rate(String from, String to, LocalDate on) {
            return from.equals("EUR") && to.equals("USD")
                    ? Optional.of(new BigDecimal(on.equals(LocalDate.of(2026, 3, 1)) ? "1.2" : "1.1"))
                    : Optional.empty();
        }

        /** A registered customer, not saved yet. */
        WebCustomer registered(String originId, String email) {
            WebCustomer customer = new WebCustomer("Ada", "Lovelace", email, channel);
            customer.setOriginId(originId);
            customer.setWebsite("main");
            return customer;
        }

        /** A guest, not saved yet. */
        WebCustomer guest(String email) {
            WebCustomer customer = new WebCustomer("Ada", "Lovelace", email, channel);
            customer.setWebsite("main");
            customer.setGuest(true);
            return customer;
        }

        WebCustomer ada() {
            return session.save(registered("7", "ada@acme.example"));
        }

        WebOrder order(String incrementId) {
            return new WebOrder(incrementId, channel, "pending");
        }

        Cart cart() {
            return new Cart(channel);
        }

        List<ChangeSet> history() {
            return store.inTransaction(records -> new Journal(records).all());
        }
    }

    final Shop open() {
        return new Shop(newStore());
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    static OrderItem ordered(String quantity, Money price) {
        return new OrderItem("Analytical engine", new BigDecimal(quantity), price);
    }

    static CartItem chosen(String quantity, Money price) {
        return new CartItem("Analytical engine", new BigDecimal(quantity), price);
    }
}
