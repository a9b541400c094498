package org.clientele.testkit.store;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.customer.Customer;
import org.clientele.property.Path;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That conditions on values some references away are those of values that a record has itself. */
abstract class StorePaths extends StoreReferrers {

    private static final Path<Opportunity, Account, TextProperty<Account>> NAME =
            Opportunity.CUSTOMER.to(Customer.ACCOUNT).to(Account.NAME);

    private static final Path<Opportunity, Account, TextProperty<Account>> DESCRIPTION =
            Opportunity.CUSTOMER.to(Customer.ACCOUNT).to(Account.DESCRIPTION);

    /** Customers of Big Bear Stores and of an account without a description, and a deal with nobody. */
    private record Deals(Account bear, Account plain, Opportunity ofBear, Opportunity ofPlain, Opportunity ofNobody) {}

    private Deals deals() {
        Account bear = account("Big Bear Stores");
        bear.setDescription("Honey");
        inserted(bear);
        Account plain = inserted(account("Acuserv"));
        BusinessCustomer big = complete(new BusinessCustomer("Big", bear, channel()));
        BusinessCustomer small = complete(new BusinessCustomer("Small", plain, channel()));
        insertAll(big, small);
        Opportunity ofBear = complete(new Opportunity("of Bear", big));
        Opportunity ofPlain = complete(new Opportunity("of Acuserv", small));
        Opportunity ofNobody = complete(new Opportunity("of nobody"));
        insertAll(ofBear, ofPlain, ofNobody);
        return new Deals(bear, plain, ofBear, ofPlain, ofNobody);
    }

    @Test
    void whereAPathLeadsNowhereComparisonsFailAndNegatedOnesHold() {
        Deals deals = deals();
        assertSelects(Opportunity.TYPE, NAME.matches(name -> name.contains("BEAR")), deals.ofBear);
        assertSelects(Opportunity.TYPE, NAME.matches(name -> name.notContains("bear")), deals.ofPlain, deals.ofNobody);
        assertSelects(Opportunity.TYPE, DESCRIPTION.matches(text -> text.isBlank()), deals.ofPlain, deals.ofNobody);
        assertSelects(Opportunity.TYPE, DESCRIPTION.matches(text -> text.isPresent()), deals.ofBear);
        assertSelects(
                Opportunity.TYPE,
                DESCRIPTION.matches(text -> text.isBlank().or(text.is("honey"))),
                deals.ofBear,
                deals.ofPlain,
                deals.ofNobody);
        assertSelects(
                Opportunity.TYPE,
                DESCRIPTION.matches(
                        text -> text.isPresent().and(text.isNot("honey").negate())),
                deals.ofBear);
    }

    @Test
    void theReferenceAtTheEndOfAPathIsAskedAboutItselfAndAboutItsRecord() {
        Deals deals = deals();
        assertSelects(
                Opportunity.TYPE,
                Opportunity.CUSTOMER.to(Customer.ACCOUNT).matches(account -> account.is(deals.bear)),
                deals.ofBear);
        assertSelects(
                Opportunity.TYPE,
                Opportunity.CUSTOMER.to(Customer.ACCOUNT).matches(account -> account.isNot(deals.bear)),
                deals.ofPlain,
                deals.ofNobody);
        assertSelects(
                Opportunity.TYPE,
                Opportunity.CUSTOMER.to(Customer.ACCOUNT).matches(account -> account.isBlank()),
                deals.ofNobody);
        assertSelects(
                Opportunity.TYPE,
                Opportunity.CUSTOMER.to(Customer.ACCOUNT).matches(Account.DESCRIPTION.isBlank()),
                deals.ofPlain);
    }

    @Test
    void whatIsGoneIsNothingOnAPath() {
        Account none = account("none");
        Account gone = account("gone");
        Account bear = account("of what is gone");
        bear.setReferredBy(Ref.to(gone));
        insertAll(none, bear);
        assertSelects(Account.TYPE, Account.REFERRED_BY.isPresent(), bear);
        assertSelects(Account.TYPE, Account.REFERRED_BY.to(Account.NAME).matches(name -> name.isBlank()), none, bear);
        assertSelects(Account.TYPE, Account.REFERRED_BY.to(Account.NAME).matches(name -> name.contains("")));
        assertSelects(
                Account.TYPE, Account.REFERRED_BY.to(Account.NAME).matches(name -> name.notIn("none")), none, bear);
    }

    @Test
    void collectionsAndDaysAtTheEndOfAPathAreSearched() {
        Contact march = complete(new Contact("Ada", "Lovelace")).addEmail("ada@example.org");
        march.setBirthday(LocalDate.of(1815, 3, 10));
        Contact none = complete(new Contact("Charles", "Babbage"));
        insertAll(march, none);
        Account first = account("first").addContact(march);
        first.setDefaultContact(Ref.to(march));
        Account second = account("second").addContact(none);
        second.setDefaultContact(Ref.to(none));
        Account third = account("third");
        insertAll(first, second, third);
        assertSelects(
                Account.TYPE,
                Account.DEFAULT_CONTACT.to(Contact.EMAILS).matches(emails -> emails.isBlank()),
                second,
                third);
        assertSelects(
                Account.TYPE,
                Account.DEFAULT_CONTACT.to(Contact.EMAILS).matches(emails -> emails.any(Criterion.always())),
                first);
        assertSelects(
                Account.TYPE,
                Account.DEFAULT_CONTACT
                        .to(Contact.BIRTHDAY)
                        .matches(day -> day.monthIn(Month.MARCH).negate()),
                second,
                third);
        Criterion<Contact> isDefault =
                Account.TYPE.anyPointingBy(Account.DEFAULT_CONTACT, Account.NAME.in(List.of("first", "third")));
        assertSelects(Contact.TYPE, isDefault, march);
    }
}
