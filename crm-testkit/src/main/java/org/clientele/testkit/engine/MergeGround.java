package org.clientele.testkit.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessPolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.contact.Contact;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerIdentity;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Lead;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Purchase;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** An empty CRM in which a {@link MergeWorld} is made, with its users, its custom properties, and what is in it so far. */
final class MergeGround {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final List<String> NAMES = List.of("Acuserv", "Big Bear Stores", "Body Toning", "Oro", "Casper");
    static final List<String> TAGS = List.of("VIP", "retail", "sport");
    static final List<String> EMAILS = List.of("ada@acme.example", "bo@acme.example", "cy@acme.example");
    static final List<String> PHONES = List.of("555-0100", "555-0101", "555-0102");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);

    final Dice dice;
    final Crm crm;
    final Session session;
    final User olga;
    final User ivan;
    final Channel field;
    final List<Contact> contacts = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final List<Partner> partners = new ArrayList<>();
    final List<BusinessCustomer> businesses = new ArrayList<>();
    final List<CustomerIdentity> identities = new ArrayList<>();
    final List<Customer> customers = new ArrayList<>();
    final List<Lead> leads = new ArrayList<>();
    final List<Purchase> purchases = new ArrayList<>();
    final List<Visit> visits = new ArrayList<>();
    final List<CommerceCustomer> companies = new ArrayList<>();
    final List<WebCustomer> shoppers = new ArrayList<>();
    final TextProperty<Account> tier;
    final ReferenceProperty<Account, Account> patron;
    final ReferenceSetProperty<Account, Account> allies;
    final AnyReferenceProperty<Contact> topic;
    final ReferenceSetProperty<Opportunity, Contact> jury;

    MergeGround(RecordStore store, AccessPolicy policy, Dice dice) {
        this.dice = dice;
        crm = Crm.open(
                store, config -> config.clock(CLOCK).access(policy).entity(Partner.TYPE, Visit.TYPE, Purchase.TYPE));
        tier = crm.define(Account.TYPE, custom -> custom.text("tier"));
        patron = crm.define(Account.TYPE, custom -> custom.reference("patron", Account.class));
        allies = crm.define(Account.TYPE, custom -> custom.references("allies", Account.class));
        topic = crm.define(Contact.TYPE, custom -> custom.anyReference("topic"));
        jury = crm.define(Opportunity.TYPE, custom -> custom.references("jury", Contact.class));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        olga = system.save(new User("olga", "olga@acme.example", "Olga", "Ost", acme).addRole("administrator"));
        ivan = system.save(new User("ivan", "ivan@acme.example", "Ivan", "West", acme).addRole("clerk"));
        session = crm.as(olga);
        field = session.save(new Channel("Field", ChannelType.SALES)
                .addEntity(Partner.TYPE.name())
                .addEntity(CustomerIdentity.TYPE.name())
                .addEntity(WebCustomer.TYPE.name())
                .addEntity(CommerceCustomer.TYPE.name()));
    }

    /** The record with one of the users for its owner. */
    <R extends UserOwned> R owned(R record) {
        record.setOwner(Ref.to(dice.oneIn(3) ? ivan : olga));
        return record;
    }

    /** Saves the records and puts them as they are stored in their places. */
    <R extends CrmRecord> void save(List<R> records) {
        List<R> saved = session.saveAll(List.copyOf(records));
        records.clear();
        records.addAll(saved);
    }

    /** An account or a contact. */
    AnyRef about() {
        return dice.oneIn(2)
                ? new AnyRef(Account.TYPE.name(), dice.pick(accounts).getId())
                : new AnyRef(Contact.TYPE.name(), dice.pick(contacts).getId());
    }
}
