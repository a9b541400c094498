package org.clientele.testkit.engine;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessPolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.commerce.CommerceCustomer;
import org.clientele.commerce.CustomerUser;
import org.clientele.commerce.Order;
import org.clientele.commerce.OrderDiscount;
import org.clientele.commerce.OrderLineItem;
import org.clientele.commerce.Quote;
import org.clientele.commerce.QuotedItem;
import org.clientele.commerce.ShoppingList;
import org.clientele.commerce.ShoppingListItem;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactGroup;
import org.clientele.customer.Customer;
import org.clientele.magento.Cart;
import org.clientele.magento.CartItem;
import org.clientele.magento.OrderItem;
import org.clientele.magento.WebCustomer;
import org.clientele.magento.WebOrder;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
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
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;

/** A small CRM full of references, made by dice: the same numbers make the same world on another store. */
final class MergeWorld {

    /** The types whose records these worlds merge. */
    static final List<EntityType<?>> MERGED =
            List.of(Account.TYPE, Contact.TYPE, Partner.TYPE, Visit.TYPE, CommerceCustomer.TYPE);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:15:30Z"), ZoneOffset.UTC);
    private static final List<String> NAMES = List.of("Acuserv", "Big Bear Stores", "Body Toning", "Oro", "Casper");
    private static final List<String> TAGS = List.of("VIP", "retail", "sport");
    private static final List<String> EMAILS = List.of("ada@acme.example", "bo@acme.example", "cy@acme.example");
    private static final List<String> PHONES = List.of("555-0100", "555-0101", "555-0102");

    final Crm crm;
    final Session session;
    final User olga;
    final User ivan;
    final List<Contact> contacts = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final List<Partner> partners = new ArrayList<>();
    final List<Visit> visits = new ArrayList<>();
    final List<CommerceCustomer> companies = new ArrayList<>();

    private final Dice dice;
    private final int kind;
    private final Channel field;
    private final TextProperty<Account> tier;
    private final ReferenceProperty<Account, Account> patron;
    private final ReferenceSetProperty<Account, Account> allies;
    private final AnyReferenceProperty<Contact> topic;
    private final ReferenceSetProperty<Opportunity, Contact> jury;

    MergeWorld(RecordStore store, AccessPolicy policy, Dice dice) {
        this.dice = dice;
        kind = dice.below(6);
        crm = Crm.open(store, config -> config.clock(CLOCK).access(policy).entity(Partner.TYPE, Visit.TYPE));
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
                .addEntity(WebCustomer.TYPE.name())
                .addEntity(CommerceCustomer.TYPE.name()));
        makeContacts();
        makeAccounts();
        makeCustomersAndDeals();
        makeVisits();
        makeOrders();
        makeStorefront();
    }

    private <R extends UserOwned> R owned(R record) {
        record.setOwner(Ref.to(dice.oneIn(3) ? ivan : olga));
        return record;
    }

    private void makeContacts() {
        List<ContactGroup> groups = session.saveAll(List.of(new ContactGroup("Friends"), new ContactGroup("Press")));
        for (int i = 0; i < 4; i++) {
            Contact contact = owned(new Contact(dice.pick(NAMES), "Example"));
            dice.some(EMAILS).forEach(contact::addEmail);
            dice.some(PHONES).forEach(contact::addPhone);
            if (!contact.getEmails().isEmpty() && dice.oneIn(2)) {
                contact.makePrimaryEmail(dice.pick(contact.getEmails()).email());
            }
            dice.some(List.of("US", "GB")).forEach(country -> contact.addAddress(Address.in(country)));
            dice.some(TAGS).forEach(contact::addTag);
            dice.some(groups).forEach(contact::addGroup);
            contact.setDescription(dice.oneIn(2) ? "likes " + dice.pick(TAGS) : null);
            contacts.add(contact);
        }
        save(contacts);
        for (Contact contact : contacts) {
            contact.setReportsTo(dice.oneIn(2) ? Ref.to(dice.pick(contacts)) : null);
        }
        save(contacts);
    }

    private void makeAccounts() {
        for (int i = 0; i < 4; i++) {
            Account account = owned(new Account(dice.pick(NAMES)));
            dice.some(contacts).forEach(account::addContact);
            if (dice.oneIn(2)) {
                account.makeDefault(dice.pick(contacts));
            }
            dice.some(TAGS).forEach(account::addTag);
            account.setDescription(dice.oneIn(2) ? "sells " + dice.pick(TAGS) : null);
            tier.set(account, dice.oneIn(2) ? dice.pick(TAGS) : null);
            accounts.add(account);
        }
        save(accounts);
        for (Account account : accounts) {
            account.setReferredBy(dice.oneIn(2) ? Ref.to(dice.pick(accounts)) : null);
            patron.set(account, dice.oneIn(2) ? Ref.to(dice.pick(accounts)) : null);
            allies.set(
                    account,
                    new TreeSet<>(dice.some(accounts).stream().map(Ref::to).toList()));
        }
        save(accounts);
        for (Contact contact : contacts) {
            topic.set(contact, dice.oneIn(2) ? about() : null);
        }
        save(contacts);
    }

    private AnyRef about() {
        return dice.oneIn(2)
                ? new AnyRef(Account.TYPE.name(), dice.pick(accounts).getId())
                : new AnyRef(Contact.TYPE.name(), dice.pick(contacts).getId());
    }

    private void makeCustomersAndDeals() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Partner partner = owned(new Partner(dice.pick(NAMES), dice.pick(accounts), field));
            partner.setLevel(dice.oneIn(2) ? dice.pick(TAGS) : null);
            partner.setPrograms(new TreeSet<>(dice.some(TAGS)));
            partner.setIntroducedBy(dice.oneIn(2) ? Ref.to(dice.pick(accounts)) : null);
            partners.add(partner);
        }
        save(partners);
        customers.addAll(partners);
        customers.add(session.save(owned(new BusinessCustomer("Bears Ltd", dice.pick(accounts), field))));
        List<CrmRecord> deals = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Opportunity opportunity = owned(
                    dice.oneIn(2)
                            ? new Opportunity("Engine", dice.pick(customers))
                            : new Opportunity("Engine", dice.pick(accounts)));
            opportunity.setContact(dice.oneIn(2) ? Ref.to(dice.pick(contacts)) : null);
            jury.set(
                    opportunity,
                    new TreeSet<>(dice.some(contacts).stream().map(Ref::to).toList()));
            deals.add(opportunity);
        }
        Lead lead = owned(new Lead("Somebody called"));
        lead.setCustomer(dice.oneIn(2) ? Ref.to(dice.pick(customers)) : null);
        lead.setContact(Ref.to(dice.pick(contacts)));
        deals.add(lead);
        session.saveAll(deals);
    }

    private void makeVisits() {
        for (int i = 0; i < 3; i++) {
            Visit visit = owned(new Visit(dice.pick(NAMES)));
            visit.setAbout(dice.oneIn(3) ? null : about());
            dice.some(contacts).forEach(visit::addAttendee);
            visit.setMinutes(dice.oneIn(2) ? dice.below(60) : null);
            visits.add(visit);
        }
        save(visits);
        for (Visit visit : visits) {
            visit.setFollows(dice.oneIn(2) ? Ref.to(dice.pick(visits)) : null);
        }
        save(visits);
        visits.get(0)
                .setAbout(new AnyRef(Partner.TYPE.name(), dice.pick(partners).getId()));
        save(visits);
    }

    private void makeOrders() {
        for (int i = 0; i < 2; i++) {
            WebCustomer shopper = owned(new WebCustomer("Ada", dice.pick(NAMES), i + EMAILS.get(0), field));
            shopper.setAccount(Ref.to(dice.pick(accounts)));
            shopper.setOriginId(dice.oneIn(2) ? "shopper " + i : null);
            shopper.setAddresses(
                    dice.some(List.of("US", "GB")).stream().map(Address::in).toList());
            WebCustomer saved = session.save(shopper);
            Cart cart = owned(new Cart(saved).addItem(new CartItem(dice.pick(NAMES), BigDecimal.ONE, money())));
            WebOrder order = owned(new WebOrder("10000000" + i, saved, dice.pick(List.of("complete", "canceled"))));
            for (int items = dice.below(4); items > 0; items--) {
                order.addItem(bought());
            }
            order.setCart(Ref.to(session.save(cart)));
            session.save(order);
        }
    }

    private OrderItem bought() {
        BigDecimal quantity = new BigDecimal(dice.pick(List.of("1", "0.25")));
        return new OrderItem(dice.pick(NAMES), quantity, money())
                .with(OrderItem.DISCOUNT, dice.oneIn(2) ? money() : null);
    }

    private Money money() {
        return Money.of(dice.pick(List.of("0", "17000", "-0.5")), "USD");
    }

    private void makeStorefront() {
        CommerceCustomer holding = session.save(new CommerceCustomer("Holding", dice.pick(accounts), field));
        for (int i = 0; i < 3; i++) {
            CommerceCustomer company = owned(new CommerceCustomer(dice.pick(NAMES), dice.pick(accounts), field));
            company.setParent(dice.oneIn(2) ? Ref.to(holding) : null);
            company.setCustomerGroup(dice.oneIn(2) ? dice.pick(TAGS) : null);
            dice.some(List.of(olga, ivan)).forEach(user -> company.setSalesRepresentatives(Set.of(Ref.to(user))));
            companies.add(company);
        }
        save(companies);
        CustomerUser ada =
                session.save(owned(new CustomerUser("Ada", "Example", EMAILS.get(0), dice.pick(companies), "buyer")));
        Quote quote = new Quote(dice.pick(companies)).add(QuotedItem.of("SKU-1", "5", "item", price()));
        quote.setCustomerUser(dice.oneIn(2) ? Ref.to(ada) : null);
        Quote saved = session.save(owned(quote));
        List<CrmRecord> documents = new ArrayList<>();
        documents.add(owned(new Order(saved).add(OrderDiscount.amount("Voucher", Money.of("0.5", "USD")))));
        for (int i = 0; i < 2; i++) {
            OrderLineItem line = OrderLineItem.of("SKU-" + dice.below(3), "0.5", "kg", price());
            documents.add(owned(new Order(dice.pick(companies)).add(line).add(line)));
        }
        documents.add(owned(new ShoppingList("Next week", ada).add(ShoppingListItem.of("SKU-1"))));
        session.saveAll(documents);
    }

    private Money price() {
        return Money.of(dice.pick(List.of("1", "2.5", "0.3333")), "USD");
    }

    /** Adds records of every kind, each of which points to this account or follows one that does. */
    void relate(int count, Account account) {
        List<CrmRecord> related = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Partner partner = new Partner("Partner " + i, account, field);
            related.add(partner);
            related.add(new Opportunity("Engine " + i, partner));
            related.add(new Opportunity("Bear " + i, account));
            Visit visit = new Visit("Visit " + i);
            visit.setAbout(new AnyRef(Account.TYPE.name(), account.getId()));
            related.add(visit);
            Account referred = new Account("Referred " + i);
            referred.setReferredBy(Ref.to(account));
            related.add(referred);
        }
        session.saveAll(related);
    }

    private <R extends CrmRecord> void save(List<R> records) {
        List<R> saved = session.saveAll(List.copyOf(records));
        records.clear();
        records.addAll(saved);
    }

    /** A merge of some records of a type that the dice choose. */
    MergeCase<?> anyCase() {
        return switch (kind) {
            case 0 -> of(Contact.TYPE, contacts);
            case 1 -> of(Partner.TYPE, partners);
            case 2 -> of(Visit.TYPE, visits);
            case 3 -> of(CommerceCustomer.TYPE, companies);
            default -> of(Account.TYPE, accounts);
        };
    }

    <R extends UserOwned> MergeCase<R> of(EntityType<R> type, List<R> records) {
        List<R> members = new ArrayList<>(records);
        members.remove(dice.below(members.size() - 1) + 1);
        R master = members.remove(dice.below(members.size()));
        members.add(0, master);
        return new MergeCase<>(this, type, members, dice);
    }
}
