package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.ContactSource;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.junit.jupiter.api.Test;

/** That each kind of condition, and its opposite, selects what it selects in memory. */
abstract class StoreConditions extends StoreCase {

    /** The condition selects these and its opposite all others; select, count and the condition itself agree. */
    @SafeVarargs
    final <R extends CrmRecord> void assertSelects(EntityType<R> type, Criterion<? super R> where, R... expected) {
        run(records -> {
            List<R> all = records.select(type, Query.<R>all()).toList();
            List<R> selected = records.select(type, Query.<R>of(where)).toList();
            List<R> others = records.select(type, Query.<R>of(where.negate())).toList();
            List<R> rest = new ArrayList<>(all);
            rest.removeAll(List.of(expected));
            assertThat(selected).as(where.toString()).containsExactlyInAnyOrder(expected);
            assertThat(others).as("not " + where).containsExactlyInAnyOrderElementsOf(rest);
            assertThat(records.count(type, where)).isEqualTo(expected.length);
            assertThat(records.count(type, where.negate())).isEqualTo(rest.size());
            assertThat(all)
                    .filteredOn(record -> where.test(record, records))
                    .as(where + " in memory")
                    .containsExactlyInAnyOrder(expected);
        });
    }

    @Test
    void alwaysAndNeverAndTheirCombinations() {
        Account acuserv = inserted(account("Acuserv"));
        Account bigBear = inserted(account("Big Bear Stores"));
        Criterion<Account> first = Account.NAME.is("Acuserv");
        Criterion<Account> second = Account.NAME.is("Big Bear Stores");
        assertSelects(Account.TYPE, Criterion.<Account>always(), acuserv, bigBear);
        assertSelects(Account.TYPE, Criterion.<Account>never());
        assertSelects(Account.TYPE, first.and(second));
        assertSelects(Account.TYPE, first.or(second), acuserv, bigBear);
        assertSelects(Account.TYPE, first.negate().and(second), bigBear);
        assertSelects(Account.TYPE, new Criterion.Not<>(new Criterion.Not<>(first)), acuserv);
        assertSelects(Account.TYPE, first.and(second.or(first.and(second.negate()))), acuserv);
    }

    @Test
    void textIsMatchedIgnoringCase() {
        Account acuserv = inserted(account("Acuserv Ltd"));
        Account umlaut = inserted(account("\u00c4RZTE \u0416\u0418\u0417\u041d\u042c"));
        inserted(account("Body Toning"));
        assertSelects(Account.TYPE, Account.NAME.is("ACUSERV ltd"), acuserv);
        assertSelects(Account.TYPE, Account.NAME.startsWith("acu"), acuserv);
        assertSelects(Account.TYPE, Account.NAME.endsWith("LTD"), acuserv);
        assertSelects(Account.TYPE, Account.NAME.contains("SERV L"), acuserv);
        assertSelects(Account.TYPE, Account.NAME.contains("\u00e4rzte"), umlaut);
        assertSelects(Account.TYPE, Account.NAME.endsWith("\u0436\u0438\u0437\u043d\u044c"), umlaut);
        assertSelects(Account.TYPE, Account.NAME.is("acuserv"));
    }

    @Test
    void noCharacterOfASoughtTextIsAWildcard() {
        Account percent = inserted(account("100% off"));
        Account score = inserted(account("a_b"));
        Account slash = inserted(account("a\\b"));
        Account quote = inserted(account("O'Hara \"x\" [y] * ? !"));
        Account plain = inserted(account("1000 off axb"));
        assertSelects(Account.TYPE, Account.NAME.contains("0% o"), percent);
        assertSelects(Account.TYPE, Account.NAME.startsWith("100%"), percent);
        assertSelects(Account.TYPE, Account.NAME.contains("%"), percent);
        assertSelects(Account.TYPE, Account.NAME.contains("a_b"), score);
        assertSelects(Account.TYPE, Account.NAME.is("a_b"), score);
        assertSelects(Account.TYPE, Account.NAME.endsWith("_b"), score);
        assertSelects(Account.TYPE, Account.NAME.contains("\\"), slash);
        assertSelects(Account.TYPE, Account.NAME.startsWith("a\\"), slash);
        assertSelects(Account.TYPE, Account.NAME.contains("o'hara \"X\" [Y] * ? !"), quote);
        assertSelects(Account.TYPE, Account.NAME.contains("off"), percent, plain);
    }

    @Test
    void aRecordWithoutATextFailsEveryMatchAndPassesEveryOpposite() {
        Account none = inserted(account("none"));
        Account empty = account("empty");
        empty.setDescription("");
        inserted(empty);
        Account text = account("text");
        text.setDescription("Three clients");
        inserted(text);
        assertSelects(Account.TYPE, Account.DESCRIPTION.contains("clients"), text);
        assertSelects(Account.TYPE, Account.DESCRIPTION.isNot("three clients"), none, empty);
        assertSelects(Account.TYPE, Account.DESCRIPTION.contains(""), empty, text);
        assertSelects(Account.TYPE, Account.DESCRIPTION.is(""), empty);
        assertSelects(Account.TYPE, Account.DESCRIPTION.in("", "THREE CLIENTS"), empty, text);
        assertSelects(Account.TYPE, Account.DESCRIPTION.in());
        assertSelects(Account.TYPE, Account.DESCRIPTION.isBlank(), none, empty);
        assertSelects(Account.TYPE, Account.DESCRIPTION.isPresent(), text);
    }

    @Test
    void aTextIsOneOfAListByEveryCharacter() {
        Account acuserv = inserted(account("Acuserv"));
        inserted(account("ACUSERV"));
        assertSelects(Account.TYPE, new Criterion.OneOf<>(Account.NAME, Set.of("Acuserv")), acuserv);
        assertSelects(Account.TYPE, new Criterion.OneOf<>(Account.NAME, Set.of("acuserv", "Body Toning")));
        Account tiny = account("Body Toning");
        tiny.setDescription("Tiny");
        inserted(tiny);
        assertSelects(Account.TYPE, new Criterion.OneOf<>(Account.DESCRIPTION, Set.of("Tiny", "tall")), tiny);
    }

    @Test
    void numbersAreCompared() {
        Visit none = inserted(visit("none"));
        Visit nine = visit("nine");
        nine.setMinutes(9);
        Visit ten = visit("ten");
        ten.setMinutes(10);
        insertAll(nine, ten);
        assertSelects(Visit.TYPE, Visit.MINUTES.is(9), nine);
        assertSelects(Visit.TYPE, Visit.MINUTES.isNot(9), none, ten);
        assertSelects(Visit.TYPE, Visit.MINUTES.lessThan(10), nine);
        assertSelects(Visit.TYPE, Visit.MINUTES.atMost(10), nine, ten);
        assertSelects(Visit.TYPE, Visit.MINUTES.greaterThan(9), ten);
        assertSelects(Visit.TYPE, Visit.MINUTES.atLeast(9), nine, ten);
        assertSelects(Visit.TYPE, Visit.MINUTES.between(10, 11), ten);
        assertSelects(Visit.TYPE, Visit.MINUTES.isBlank(), none);
        assertSelects(Visit.TYPE, new Criterion.OneOf<>(Visit.MINUTES, Set.of(9, 11)), nine);
    }

    @Test
    void decimalsAreComparedByValueWhateverTheirScale() {
        Opportunity half = complete(new Opportunity("half"));
        Opportunity.PROBABILITY.set(half, new BigDecimal("0.5"));
        Opportunity none = complete(new Opportunity("none"));
        insertAll(half, none);
        assertSelects(Opportunity.TYPE, Opportunity.PROBABILITY.is(new BigDecimal("0.50")), half);
        assertSelects(Opportunity.TYPE, Opportunity.PROBABILITY.lessThan(new BigDecimal("0.5001")), half);
        assertSelects(Opportunity.TYPE, Opportunity.PROBABILITY.greaterThan(new BigDecimal("0.5")));
    }

    @Test
    void datesAndTimesAreCompared() {
        Opportunity march = complete(new Opportunity("march"));
        march.setCloseDate(LocalDate.of(2026, 3, 1));
        Opportunity none = complete(new Opportunity("none"));
        insertAll(march, none);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.is(LocalDate.of(2026, 3, 1)), march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.lessThan(LocalDate.of(2026, 3, 1)));
        assertSelects(
                Opportunity.TYPE,
                Opportunity.CLOSE_DATE.between(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1)),
                march);
        Visit visit = visit("Inspection");
        visit.setBeginsAt(Instant.parse("2026-03-01T00:00:00.000001Z"));
        Visit never = visit("never");
        insertAll(visit, never);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.greaterThan(Instant.parse("2026-03-01T00:00:00Z")), visit);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.is(Instant.parse("2026-03-01T00:00:00.000001999Z")), visit);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.lessThan(Instant.parse("2026-03-01T00:00:00.000001Z")));
        assertSelects(Visit.TYPE, CrmRecord.CREATED_AT.isPresent(), visit, never);
        assertSelects(Visit.TYPE, CrmRecord.CREATED_AT.greaterThan(Instant.parse("2026-03-01T09:30:00Z")));
    }

    @Test
    void moneyIsComparedWithinItsCurrency() {
        Visit none = inserted(visit("none"));
        Visit dollars = visit("dollars");
        dollars.setExpenses(Money.of("10", "USD"));
        Visit euros = visit("euros");
        euros.setExpenses(Money.of("10", "EUR"));
        insertAll(dollars, euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.is(Money.of("10.00", "USD")), dollars);
        assertSelects(Visit.TYPE, Visit.EXPENSES.atLeast(Money.of("9.9999", "EUR")), euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.atMost(Money.of("9.9999", "EUR")));
        assertSelects(Visit.TYPE, Visit.EXPENSES.isBlank(), none);
        assertSelects(Visit.TYPE, new Criterion.OneOf<>(Visit.EXPENSES.currency(), Set.of("EUR", "JPY")), euros);
        assertSelects(
                Visit.TYPE,
                new Criterion.OneOf<>(Visit.EXPENSES, Set.of(Money.of("10", "USD"), Money.of("1", "EUR"))),
                dollars);
    }

    @Test
    void whatIsNotTrueIsFalse() {
        Visit none = inserted(visit("none"));
        Visit yes = visit("yes");
        yes.setConfirmed(true);
        Visit no = visit("no");
        no.setConfirmed(false);
        insertAll(yes, no);
        assertSelects(Visit.TYPE, Visit.CONFIRMED.isTrue(), yes);
        assertSelects(Visit.TYPE, Visit.CONFIRMED.isFalse(), none, no);
        assertSelects(Visit.TYPE, new Criterion.OneOf<>(Visit.CONFIRMED, Set.of(false)), no);
        assertSelects(Visit.TYPE, Visit.CONFIRMED.isBlank(), none);
    }

    @Test
    void choicesAreComparedByTheirIds() {
        Contact none = inserted(complete(new Contact("none", "")));
        Contact smoke = complete(new Contact("smoke", ""));
        smoke.setSource(new ContactSource("by_smoke_sign", "Smoke"));
        inserted(smoke);
        assertSelects(Contact.TYPE, Contact.SOURCE.is(new ContactSource("by_smoke_sign", "another label")), smoke);
        assertSelects(Contact.TYPE, Contact.SOURCE.isNot(new ContactSource("by_smoke_sign", "")), none);
        assertSelects(Contact.TYPE, Contact.SOURCE.in());
        assertSelects(Contact.TYPE, Contact.SOURCE.isBlank(), none);
    }
}
