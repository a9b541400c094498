package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.clientele.store.Aggregation;
import org.clientele.store.Measure;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/** That conditions on what points to a record select what they select in memory. */
abstract class StoreReferrers extends StoreRelations {

    private static final int SOME = 200;

    @Test
    void whatPointsToARecordIsSearchedByEachKindOfReference() {
        Contact ada = inserted(complete(new Contact("Ada", "Lovelace")));
        Contact charles = inserted(complete(new Contact("Charles", "Babbage")));
        Account acuserv = inserted(account("Acuserv").addContact(ada));
        Account bigBear = account("Big Bear Stores").addContact(ada);
        bigBear.setReferredBy(Ref.to(acuserv));
        inserted(bigBear);
        Visit about = visit("inspection");
        about.setAbout(new AnyRef("account", bigBear.getId()));
        insertAll(about, visit("nothing"));
        Criterion<Account> isBear = Account.NAME.startsWith("big");
        assertSelects(Account.TYPE, Account.TYPE.anyPointingBy(Account.REFERRED_BY, isBear), acuserv);
        assertSelects(Account.TYPE, referred(Account.class, Account.REFERRED_BY, isBear.negate()));
        assertSelects(Contact.TYPE, Account.TYPE.anyPointingBy(Account.CONTACTS, isBear), ada);
        assertSelects(Contact.TYPE, referred(Account.class, Account.CONTACTS, Account.NAME.isBlank()));
        assertSelects(Account.TYPE, Visit.TYPE.anyPointingBy(Visit.ABOUT, Visit.SUBJECT.contains("spec")), bigBear);
        assertSelects(Account.TYPE, referred(Visit.class, Visit.ABOUT, Visit.SUBJECT.is("nothing")));
        assertSelects(User.TYPE, referred(Account.class, Account.OWNER, isBear), olga());
        assertSelects(Contact.TYPE, referred(Contact.class, Contact.REPORTS_TO, Criterion.always()));
        Criterion<Account> referrer = referred(Account.class, Account.REFERRED_BY, isBear);
        Criterion<Contact> contactOfBear = referred(Account.class, Account.CONTACTS, isBear);
        Criterion<Contact> contactOfReferrer = referred(Account.class, Account.CONTACTS, referrer);
        assertSelects(Account.TYPE, referrer.negate().and(Account.CONTACTS.anyMatches(contactOfBear)), bigBear);
        assertSelects(Contact.TYPE, contactOfReferrer.or(Contact.FIRST_NAME.is("charles")), ada, charles);
    }

    private static <R, H> Criterion<R> referred(
            Class<H> holder, Attribute<? super H, ?> by, Criterion<? super H> where) {
        return new Criterion.Referred<>(holder, by, where);
    }

    @Test
    void aReferenceToAnythingPointsToARecordByItsOwnType() {
        Account account = inserted(account("Acuserv"));
        Partner partner = complete(new Partner("Acuserv", account, channel()));
        BusinessCustomer customer = complete(new BusinessCustomer("Big Bear Stores", account, channel()));
        insertAll(partner, customer);
        Visit right = visit("right");
        right.setAbout(new AnyRef(Partner.TYPE.name(), partner.getId()));
        Visit wrong = visit("wrong");
        wrong.setAbout(new AnyRef(Customer.TYPE.name(), partner.getId()));
        Visit unknown = visit("unknown");
        unknown.setAbout(new AnyRef("gone", customer.getId()));
        insertAll(right, wrong, unknown);
        assertSelects(Customer.TYPE, referred(Visit.class, Visit.ABOUT, Visit.SUBJECT.is("right")), partner);
        assertSelects(Partner.TYPE, referred(Visit.class, Visit.ABOUT, Visit.SUBJECT.is("right")), partner);
        assertSelects(Customer.TYPE, referred(Visit.class, Visit.ABOUT, Visit.SUBJECT.isNot("right")));
    }

    @Test
    void whatPointsToARecordMayBeOfAClassBelow() {
        Account acuserv = inserted(account("Acuserv"));
        Account bigBear = inserted(account("Big Bear Stores"));
        Channel sales = channel();
        Partner partner = complete(new Partner("Acuserv", acuserv, sales));
        partner.setLevel("gold");
        insertAll(partner, complete(new BusinessCustomer("Big Bear Stores", bigBear, sales)));
        assertSelects(Account.TYPE, referred(Customer.class, Customer.ACCOUNT, Criterion.always()), acuserv, bigBear);
        assertSelects(Account.TYPE, Partner.TYPE.anyPointingBy(Customer.ACCOUNT, Partner.LEVEL.is("gold")), acuserv);
        assertSelects(Account.TYPE, referred(Partner.class, Customer.ACCOUNT, Partner.LEVEL.is("silver")));
        assertSelects(Account.TYPE, referred(BusinessCustomer.class, Customer.ACCOUNT, Criterion.always()), bigBear);
        assertSelects(Channel.TYPE, referred(Partner.class, Customer.CHANNEL, Partner.LEVEL.isPresent()), sales);
    }

    /** More records than a store may look after one by one. */
    @Test
    void amongManyRecordsThoseThatAreReferredToAreFoundAndCounted() {
        List<Account> accounts =
                IntStream.range(0, SOME).mapToObj(i -> account("Account " + i)).toList();
        insertAll(accounts.toArray(Account[]::new));
        Account first = accounts.get(0);
        Account last = accounts.get(SOME - 1);
        Visit kept = visit("kept");
        kept.setAbout(new AnyRef("account", first.getId()));
        Visit gone = visit("gone");
        gone.setAbout(new AnyRef("account", last.getId()));
        insertAll(kept, gone);
        Criterion<Account> visited = referred(Visit.class, Visit.ABOUT, Criterion.always());
        assertSelects(Account.TYPE, visited, first, last);
        Aggregation<Account> count =
                new Aggregation<>(Criterion.always(), List.of(), List.of(new Measure.Count<>(visited)));
        run(records -> {
            delete(records, find(records, gone));
            Visit fresh = visit("fresh");
            fresh.setAbout(new AnyRef("account", accounts.get(1).getId()));
            insert(records, fresh);
            assertThat(records.select(Account.TYPE, Query.of(visited))).containsExactly(first, accounts.get(1));
            assertThat(records.count(Account.TYPE, visited.negate())).isEqualTo(SOME - 2);
            assertThat(records.aggregate(Account.TYPE, count).get(0).values()).containsExactly(2L);
            assertThat(records.values(Account.TYPE, Query.of(visited), List.of(Account.NAME)))
                    .containsExactlyInAnyOrder(List.of("Account 0"), List.of("Account 1"));
            assertThat(visited.test(last, records)).isFalse();
            assertThat(visited.test(first, records)).isTrue();
        });
    }

    @Test
    void whatPointsToNoRecordIsNoReference() {
        run(records -> assertThatThrownBy(() -> records.referring(Account.class, Account.NAME, acme()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account.name points to no record"));
    }
}
