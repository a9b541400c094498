package org.clientele.testkit.storefront;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.CustomerUser;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderLineItem;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.value.Currencies;
import org.clientele.value.Money;
import org.clientele.value.Ref;

/** What all tests of a storefront start from. */
abstract class StorefrontCase {

    static final Instant NOW = Instant.parse("2026-03-01T23:30:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /**
     * A CRM whose base currency is the dollar and in which Olga may do everything. A euro is worth 1.25 dollars on the first of
     * March, 1.5 on any other day; no other currency has a rate.
     */
    static final class Stage {

        final Crm crm;
        final User olga;
        final Session session;
        final Channel storefront;
        final CommerceCustomer acuserv;

        Stage(RecordStore store) {
            crm = Crm.open(
                    store,
                    config -> config.clock(Clock.fixed(NOW, ZoneOffset.UTC))
                            .access(RolePolicy.of(Role.administrator("administrator")))
                            .set(Currencies.SETTING, Currencies.of("USD").converting(Stage::rate)));
            Session system = crm.asSystem();
            Organization acme = system.save(new Organization("Acme"));
            olga = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator"));
            session = crm.as(olga);
            Channel connected = new Channel("Storefront", ChannelType.COMMERCE);
            connected.setOrganization(Ref.to(acme));
            storefront = system.save(connected);
            acuserv = company("Acuserv");
        }

        private static Optional<BigDecimal> rate(String from, String to, LocalDate on) {
            return from.equals("EUR") && to.equals("USD")
                    ? Optional.of(new BigDecimal(on.equals(TODAY) ? "1.25" : "1.5"))
                    : Optional.empty();
        }

        CommerceCustomer company(String name) {
            return session.save(new CommerceCustomer(name, storefront));
        }

        CustomerUser buyer(String name) {
            return session.save(new CustomerUser(name, "Example", name + "@acuserv.example", acuserv, "buyer"));
        }

        /** An order of Acuserv with one line. */
        Order order(String amount, String currency) {
            return new Order(acuserv).add(OrderLineItem.of("SKU-1", "1", "item", Money.of(amount, currency)));
        }
    }
}
