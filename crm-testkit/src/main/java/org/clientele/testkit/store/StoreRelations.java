package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.contact.Address;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.criteria.Criterion;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That conditions on what a record points to, owns or is select what they select in memory. */
abstract class StoreRelations extends StoreConditions {

    private static final int MANY = 5_000;

    @Test
    void referencesAreComparedAndFollowed() {
        Account none = inserted(account("Acuserv"));
        Account bigBear = account("Big Bear Stores");
        bigBear.setReferredBy(Ref.to(none));
        Account bodyToning = account("Body Toning");
        bodyToning.setReferredBy(Ref.to(bigBear));
        insertAll(bigBear, bodyToning);
        assertSelects(Account.TYPE, Account.REFERRED_BY.is(none), bigBear);
        assertSelects(
                Account.TYPE, Account.REFERRED_BY.in(List.of(Ref.to(none), Ref.to(bigBear))), bigBear, bodyToning);
        assertSelects(Account.TYPE, Account.REFERRED_BY.isBlank(), none);
        assertSelects(Account.TYPE, Account.REFERRED_BY.matches(Account.NAME.is("acuserv")), bigBear);
        assertSelects(Account.TYPE, Account.REFERRED_BY.matches(Account.NAME.isNot("acuserv")), bodyToning);
        assertSelects(Account.TYPE, Account.REFERRED_BY.matches(Account.REFERRED_BY.isBlank()), bigBear);
        assertSelects(
                Account.TYPE,
                Account.REFERRED_BY.matches(Account.REFERRED_BY.matches(Account.NAME.contains("serv"))),
                bodyToning);
        assertSelects(Account.TYPE, Account.OWNER.matches(User.USERNAME.is("OLGA")), none, bigBear, bodyToning);
        assertSelects(Account.TYPE, Account.OWNER.matches(Criterion.<User>never()));
    }

    @Test
    void setsOfReferencesAreSearchedAndFollowed() {
        Contact ada = inserted(complete(new Contact("Ada", "Lovelace")));
        Contact charles = inserted(complete(new Contact("Charles", "Babbage")));
        Account none = account("Acuserv");
        Account one = account("Big Bear Stores").addContact(ada);
        Account two = account("Body Toning").addContact(ada).addContact(charles);
        insertAll(none, one, two);
        assertSelects(Account.TYPE, Account.CONTACTS.contains(ada), one, two);
        assertSelects(Account.TYPE, Account.CONTACTS.contains(charles), two);
        assertSelects(Account.TYPE, Account.CONTACTS.containsAny(List.of(Ref.to(ada), Ref.to(charles))), one, two);
        assertSelects(Account.TYPE, Account.CONTACTS.containsAny(List.of()));
        assertSelects(Account.TYPE, Account.CONTACTS.isBlank(), none);
        assertSelects(Account.TYPE, Account.CONTACTS.notContains(charles), none, one);
        assertSelects(Account.TYPE, Account.CONTACTS.anyMatches(Contact.LAST_NAME.is("BABBAGE")), two);
        assertSelects(Account.TYPE, Account.CONTACTS.anyMatches(Contact.LAST_NAME.isNot("babbage")), one, two);
        assertSelects(
                Account.TYPE,
                Account.CONTACTS.anyMatches(Contact.FIRST_NAME.is("ada").and(Contact.LAST_NAME.is("babbage"))));
    }

    @Test
    void referencesToAnythingAreComparedByTypeAndIdentity() {
        Account acuserv = inserted(account("Acuserv"));
        Visit about = visit("about Acuserv");
        about.setAbout(new AnyRef("account", acuserv.getId()));
        Visit none = visit("none");
        insertAll(about, none);
        assertSelects(Visit.TYPE, Visit.ABOUT.is(new AnyRef("account", acuserv.getId())), about);
        assertSelects(Visit.TYPE, Visit.ABOUT.is(new AnyRef("contact", acuserv.getId())));
        assertSelects(Visit.TYPE, Visit.ABOUT.in(Set.of()));
        assertSelects(Visit.TYPE, Visit.ABOUT.isNot(new AnyRef("contact", acuserv.getId())), about, none);
        assertSelects(Visit.TYPE, Visit.ABOUT.notIn(Set.of(new AnyRef("account", acuserv.getId()))), none);
        assertSelects(Visit.TYPE, Visit.ABOUT.isBlank(), none);
    }

    @Test
    void setsOfTextsAreSearchedByEveryCharacter() {
        Account none = account("none");
        Account vip = account("vip").addTag("VIP").addTag("old");
        insertAll(none, vip);
        assertSelects(Account.TYPE, Account.TAGS.contains("VIP"), vip);
        assertSelects(Account.TYPE, Account.TAGS.contains("vip"));
        assertSelects(Account.TYPE, Account.TAGS.containsAny(List.of("new", "old")), vip);
        assertSelects(Account.TYPE, Account.TAGS.isBlank(), none);
        assertSelects(Account.TYPE, Account.TAGS.containsNone(List.of("new", "old")), none);
        assertSelects(Account.TYPE, Account.TAGS.notContains("vip"), none, vip);
    }

    @Test
    void ownedItemsAreSearchedOneByOne() {
        Contact none = complete(new Contact("none", ""));
        Contact ada = complete(new Contact("Ada", "Lovelace"))
                .addEmail("ada@example.org")
                .addEmail("zoe@example.org")
                .addAddress(Address.in("GB"));
        insertAll(none, ada);
        Criterion<EmailAddress> zoe = EmailAddress.EMAIL.startsWith("ZOE");
        assertSelects(Contact.TYPE, Contact.EMAILS.any(zoe), ada);
        assertSelects(Contact.TYPE, Contact.EMAILS.any(zoe.and(EmailAddress.PRIMARY.isTrue())));
        assertSelects(Contact.TYPE, Contact.EMAILS.any(zoe.and(EmailAddress.PRIMARY.isFalse())), ada);
        assertSelects(Contact.TYPE, Contact.EMAILS.any(zoe.negate()), ada);
        assertSelects(Contact.TYPE, Contact.EMAILS.any(Criterion.always()), ada);
        assertSelects(Contact.TYPE, Contact.EMAILS.isBlank(), none);
        assertSelects(Contact.TYPE, Contact.ADDRESSES.any(Address.CITY.isBlank()), ada);
        assertSelects(Contact.TYPE, Contact.ADDRESSES.any(Address.CITY.isNot("London")), ada);
        assertSelects(Contact.TYPE, Contact.EMAILS.contains(new EmailAddress("zoe@example.org", false)), ada);
        assertSelects(Contact.TYPE, Contact.EMAILS.contains(new EmailAddress("zoe@example.org", true)));
    }

    @Test
    void aTypeStandsForAllThatExtendIt() {
        Account account = inserted(account("Acuserv"));
        Partner partner = complete(new Partner("Acuserv", account, channel()));
        partner.setLevel("gold");
        BusinessCustomer customer = complete(new BusinessCustomer("Big Bear Stores", account, channel()));
        insertAll(partner, customer);
        assertSelects(Customer.TYPE, Criterion.<Customer>always(), partner, customer);
        assertSelects(Customer.TYPE, Customer.NAME.is("acuserv"), partner);
        assertSelects(Customer.TYPE, Customer.ACCOUNT.is(account), partner, customer);
        assertSelects(Partner.TYPE, Customer.ACCOUNT.is(account), partner);
        assertSelects(Partner.TYPE, Partner.LEVEL.is("GOLD"), partner);
        assertSelects(BusinessCustomer.TYPE, Criterion.<Customer>always(), customer);
        assertSelects(Customer.TYPE, new Criterion.OfClass<Customer>(Set.of(Partner.class)), partner);
        assertSelects(Customer.TYPE, new Criterion.OfClass<Customer>(Set.of(Customer.class)));
        assertSelects(Customer.TYPE, new Criterion.OfClass<Customer>(Set.of()));
        Opportunity engine = complete(new Opportunity("engine", partner));
        Opportunity other = complete(new Opportunity("other", customer));
        insertAll(engine, other);
        assertSelects(Opportunity.TYPE, Opportunity.CUSTOMER.matches(Customer.NAME.is("acuserv")), engine);
        assertSelects(
                Opportunity.TYPE,
                Opportunity.CUSTOMER.matches(new Criterion.OfClass<Customer>(Set.of(BusinessCustomer.class))),
                other);
    }

    /** Each of the conditions may be met by another element, and only those that must hold narrow the rest. */
    @Test
    void conditionsOnCollectionsOfWhatIsPointedToStandEachForItself() {
        Account none = inserted(account("none"));
        Account both = inserted(account("both").addTag("VIP").addTag("old"));
        Account vip = inserted(account("vip").addTag("VIP"));
        Account ofNone = account("of none");
        ofNone.setReferredBy(Ref.to(none));
        Account ofBoth = account("of both");
        ofBoth.setReferredBy(Ref.to(both));
        Account ofVip = account("of vip");
        ofVip.setReferredBy(Ref.to(vip));
        insertAll(ofNone, ofBoth, ofVip);
        Criterion<Account> isVip = Account.TAGS.contains("VIP");
        Criterion<Account> isOld = Account.TAGS.contains("old");
        assertSelects(Account.TYPE, Account.REFERRED_BY.matches(isVip.and(isOld)), ofBoth);
        assertSelects(Account.TYPE, Account.REFERRED_BY.matches(isOld.or(Account.NAME.is("none"))), ofBoth, ofNone);
        assertSelects(Account.TYPE, Account.REFERRED_BY.matches(isVip.and(isOld.negate())), ofVip);
        assertSelects(Account.TYPE, Account.REFERRED_BY.matches(Account.TAGS.isBlank()), ofNone);
        assertSelects(
                Account.TYPE,
                Account.REFERRED_BY.matches(Account.TAGS.isPresent().and(isVip)),
                ofBoth,
                ofVip);
    }

    @Test
    void aListOfIdentitiesMayBeEmptyOrLong() {
        Account acuserv = inserted(account("Acuserv"));
        Account bigBear = account("Big Bear Stores");
        bigBear.setReferredBy(Ref.to(acuserv));
        inserted(bigBear);
        Set<UUID> ids = new HashSet<>();
        for (int i = 1; i < MANY; i++) {
            ids.add(new UUID(0, i));
        }
        assertSelects(Account.TYPE, new Criterion.OneOf<>(CrmRecord.ID, Set.<UUID>of()));
        assertSelects(Account.TYPE, new Criterion.OneOf<>(CrmRecord.ID, Set.of(acuserv.getId())), acuserv);
        assertSelects(Account.TYPE, new Criterion.OneOf<>(CrmRecord.ID, ids));
        ids.add(acuserv.getId());
        assertSelects(Account.TYPE, new Criterion.OneOf<>(CrmRecord.ID, ids), acuserv);
        List<Ref<Account>> refs = ids.stream().map(id -> new Ref<Account>(id)).toList();
        assertSelects(Account.TYPE, Account.REFERRED_BY.in(refs), bigBear);
        assertSelects(Account.TYPE, Account.REFERRED_BY.in(List.of()));
        run(records -> assertThat(records.findAll(Account.TYPE, ids)).containsExactly(acuserv));
    }
}
