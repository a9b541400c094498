package org.clientele.examples.account360;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderLineItem;
import org.clientele.contact.Contact;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.clientele.website.Told;
import org.clientele.website.TrackedWebsite;
import org.clientele.website.WebsiteEvent;
import org.clientele.website.WebsiteIntake;
import org.jspecify.annotations.Nullable;

/** Makes Acuserv, who buys in every way that there is. */
final class Clients {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Session system;
    private final Session sales;
    private final Account acuserv;

    Clients(RecordStore store) {
        Crm crm = Crm.open(store, config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
        system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User olga =
                system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
        sales = crm.as(olga);
        TextProperty<Account> tier = crm.define(Account.TYPE, custom -> custom.text("tier"));
        Contact ada = sales.save(new Contact("Ada", "Lovelace").addEmail("ada@acuserv.example"));
        Account account = new Account("Acuserv").makeDefault(ada).addTag("VIP");
        tier.set(account, "gold");
        acuserv = sales.save(account);
        sell();
        shop();
        storefront(acme);
        new Activities(sales).log(new Call("Asked for prices", Direction.INCOMING, NOON), acuserv);
    }

    private void sell() {
        Channel channel = sales.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer customer = sales.save(new BusinessCustomer("Acuserv Ltd", acuserv, channel));
        sales.save(new Opportunity("Analytical engine", customer).win(Money.of("17000", "USD"), DAY));
        sales.save(new Opportunity("Spare wheels", customer));
        sales.save(new Opportunity("Advice", acuserv).win(Money.of("500", "USD"), DAY));
    }

    private void shop() {
        Channel channel = sales.save(new Channel("Shop", ChannelType.MAGENTO));
        WebCustomer ada = new WebCustomer("Ada", "Lovelace", "ada@acuserv.example", channel);
        ada.setAccount(Ref.to(acuserv));
        ada.setOriginId("12");
        WebCustomer customer = sales.save(ada);
        sales.save(new WebOrder("100000001", customer, "complete")
                .addItem(new OrderItem("Punched cards", BigDecimal.TEN, Money.of("2.50", "USD"))));
        sales.save(new TrackedWebsite("Shop", "shop", channel));
        new WebsiteIntake(sales)
                .take(List.of(
                        event(null, WebsiteEvent.PAGE_VIEW, "/"),
                        event("id=12", WebsiteEvent.PAGE_VIEW, "/cards"),
                        event("id=12", WebsiteEvent.ITEM_ADDED, "/cards")));
    }

    private static Told event(@Nullable String user, String name, String url) {
        return new Told("shop", "cookie", user, name, null, url, url, user == null ? NOON : NOON.plusSeconds(60));
    }

    /** The channel of the storefront is made by the system. */
    private void storefront(Organization acme) {
        Channel made = new Channel("Storefront", ChannelType.COMMERCE);
        made.setOrganization(Ref.to(acme));
        Channel channel = system.save(made);
        CommerceCustomer customer = sales.save(new CommerceCustomer("Acuserv purchasing", acuserv, channel));
        sales.save(new Order(customer)
                .add(OrderLineItem.of("WHEEL", "4", "piece", Money.of("120", "USD")))
                .pay());
    }

    Session sales() {
        return sales;
    }

    Account acuserv() {
        return sales.get(Account.TYPE, acuserv.getId());
    }
}
