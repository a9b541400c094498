package org.clientele.testkit.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;

/** Acuserv with customers in three channels, one of which rests; Olga may see all, Ivan some, Nobody nothing. */
public final class AccountViewWorld {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Session olga;
    private final Session ivan;
    private final Session nobody;
    private final Account acuserv;

    public AccountViewWorld(RecordStore store) {
        Crm crm = Crm.open(
                store,
                config -> config.entity(Partner.TYPE, Visit.TYPE, Purchase.TYPE)
                        .choices(Opportunity.STATUS, OpportunityStatus.of("won", "Sold", "1"))
                        .access(RolePolicy.of(
                                Role.administrator("administrator"),
                                Role.named("seller")
                                        .grant(Account.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                                        .grant(BusinessCustomer.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                                        .grant(Partner.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                                        .grant(Channel.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW)
                                        .grant(Opportunity.TYPE, AccessLevel.USER, Permission.VIEW))));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        User owner =
                system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
        User seller = system.save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("seller"));
        olga = crm.as(owner);
        ivan = crm.as(seller);
        nobody = crm.as(system.save(new User("nobody", "nobody@acme.example", "No", "Body", acme)));
        TextProperty<Account> tier = crm.define(Account.TYPE, custom -> custom.text("tier"));
        acuserv = account(tier);
        sell(seller);
        partner();
        rest();
        talk();
    }

    private Account account(TextProperty<Account> tier) {
        Contact ada = olga.save(new Contact("Ada", "Lovelace"));
        Contact charles = olga.save(new Contact("Charles", "Babbage"));
        olga.save(new Contact("Nobody's", "Contact"));
        Account account =
                new Account("Acuserv").addContact(charles).makeDefault(ada).addTag("VIP");
        account.setDescription("Machines");
        tier.set(account, "gold");
        return olga.save(account);
    }

    private void sell(User seller) {
        Channel channel = olga.save(new Channel("Field sales", ChannelType.SALES));
        BusinessCustomer customer = olga.save(new BusinessCustomer("Acuserv Ltd", acuserv, channel));
        olga.save(new Opportunity("Engine", customer).win(Money.of("1000", "USD"), DAY));
        Opportunity another = new Opportunity("Ivan's engine", customer);
        another.setOwner(Ref.to(seller));
        olga.save(another);
        olga.save(new Opportunity("Direct", acuserv).win(Money.of("200", "USD"), DAY));
        Lead lead = new Lead("Interested");
        lead.setCustomer(new Ref<Customer>(customer.getId()));
        olga.save(lead);
        olga.save(new BusinessCustomer("Big Bear Ltd", olga.save(new Account("Big Bear Stores")), channel));
    }

    private void partner() {
        Channel channel = olga.save(new Channel("Partners", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        Partner partner = olga.save(new Partner("Acuserv reseller", acuserv, channel));
        purchase(partner, "100");
        purchase(partner, "50");
        Visit visit = new Visit("Looked at machines");
        visit.setAbout(new AnyRef(Partner.TYPE.name(), partner.getId()));
        olga.save(visit);
    }

    private void rest() {
        Channel channel = olga.save(new Channel("Resting", ChannelType.SALES).addEntity(Partner.TYPE.name()));
        purchase(olga.save(new Partner("Acuserv of old", acuserv, channel)), "77");
        channel.deactivate();
        olga.save(channel);
    }

    private void purchase(Customer customer, String worth) {
        Purchase purchase = new Purchase("Purchase of " + worth);
        purchase.setCustomer(Ref.to(customer));
        purchase.setWorth(new BigDecimal(worth));
        olga.save(purchase);
    }

    private void talk() {
        Activities activities = new Activities(olga);
        activities.log(new Call("Said hello", Direction.OUTGOING, NOON), acuserv);
        activities.log(new Call("Asked for prices", Direction.INCOMING, NOON.plusSeconds(60)), acuserv);
    }

    public Session olga() {
        return olga;
    }

    Session ivan() {
        return ivan;
    }

    Session nobody() {
        return nobody;
    }

    public Account acuserv() {
        return olga.get(Account.TYPE, acuserv.getId());
    }
}
