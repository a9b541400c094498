package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
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
import org.clientele.value.DatePeriod;
import org.clientele.value.Money;
import org.clientele.value.Ref;
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
    void conditionsOfATypeAndOfThoseAboveItGoTogether() {
        Account acuserv = inserted(account("Acuserv"));
        Account bigBear = inserted(account("Big Bear Stores"));
        Criterion<Account> both = Criterion.allOf(
                CrmRecord.isAnyOf(List.of(Ref.to(acuserv))),
                CrmRecord.CREATED_AT.isPresent(),
                Account.NAME.startsWith("acu"));
        Criterion<Account> either =
                Criterion.anyOf(CrmRecord.isAnyOf(List.of(Ref.to(acuserv))), Account.NAME.startsWith("big"));
        assertSelects(Account.TYPE, both, acuserv);
        assertSelects(Account.TYPE, either, acuserv, bigBear);
        assertSelects(Account.TYPE, Criterion.<Account>allOf(), acuserv, bigBear);
        assertSelects(Account.TYPE, Criterion.<Account>anyOf());
    }

    /** Alternatives that are joined one by one are as good as a list of them. */
    @Test
    void aConditionMayBeJoinedOfMany() {
        Account acuserv = inserted(account("Acuserv"));
        inserted(account("Big Bear Stores"));
        Criterion<Account> any = Account.NAME.is("acuserv");
        Criterion<Account> all = Account.NAME.isPresent();
        for (int i = 0; i < 1_000; i++) {
            any = any.or(Account.NAME.is("a" + i));
            all = all.and(Account.NAME.is("Big Bear Stores" + (i == 0 ? "" : i)).negate());
            if (i < 100) {
                any = any.or(Account.NAME.startsWith("b" + i));
            }
        }
        assertSelects(Account.TYPE, any, acuserv);
        assertSelects(Account.TYPE, all, acuserv);
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
        assertSelects(Visit.TYPE, Visit.EXPENSES.amount().is(new BigDecimal("10.000000")), dollars, euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.amount().in(Set.of(BigDecimal.TEN)), dollars, euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.amount().greaterThan(new BigDecimal("9.99999")), dollars, euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.amount().notIn(Set.of(BigDecimal.TEN)), none);
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
        assertSelects(Contact.TYPE, Contact.SOURCE.notIn(new ContactSource("by_smoke_sign", "")), none);
        assertSelects(Contact.TYPE, Contact.SOURCE.notIn(), none, smoke);
        assertSelects(Contact.TYPE, Contact.SOURCE.isBlank(), none);
    }

    /** Each is the opposite of another one, and takes in the record without a value. */
    @Test
    void negatedComparisonsTakeInWhatHasNoValue() {
        Visit none = inserted(visit("none"));
        Visit nine = visit("nine");
        nine.setMinutes(9);
        nine.setExpenses(Money.of("9", "USD"));
        Visit euros = visit("euros");
        euros.setMinutes(12);
        euros.setExpenses(Money.of("9", "EUR"));
        insertAll(nine, euros);
        assertSelects(Visit.TYPE, Visit.SUBJECT.notContains("N"), euros);
        assertSelects(Visit.TYPE, Visit.SUBJECT.notIn("NINE", "euros"), none);
        assertSelects(Visit.TYPE, Visit.MINUTES.notBetween(8, 9), none, euros);
        assertSelects(Visit.TYPE, Visit.MINUTES.in(List.of(9, 10)), nine);
        assertSelects(Visit.TYPE, Visit.MINUTES.notIn(List.of(9, 10)), none, euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.isNot(Money.of("9", "USD")), none, euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.between(Money.of("9", "USD"), Money.of("10", "USD")), nine);
        assertSelects(Visit.TYPE, Visit.EXPENSES.notBetween(Money.of("9", "USD"), Money.of("10", "USD")), none, euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.lessThan(Money.of("9.01", "EUR")), euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.greaterThan(Money.of("9", "EUR")));
        assertSelects(Visit.TYPE, Visit.EXPENSES.inCurrency("EUR", "JPY"), euros);
        assertSelects(Visit.TYPE, Visit.EXPENSES.inCurrency("EUR", "JPY").negate(), none, nine);
    }

    @Test
    void daysAreFoundByPeriodAndByMonth() {
        Opportunity none = complete(new Opportunity("none"));
        Opportunity leap = complete(new Opportunity("leap"));
        leap.setCloseDate(LocalDate.of(2024, 2, 29));
        Opportunity march = complete(new Opportunity("march"));
        march.setCloseDate(LocalDate.of(2026, 3, 1));
        insertAll(none, leap, march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.in(DatePeriod.parse("2024-02")), leap);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.in(DatePeriod.parse("2026-Q1")), march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.notIn(DatePeriod.parse("2026-W09")), none, leap);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.in(DatePeriod.parse("9999")));
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.monthIn(Month.FEBRUARY, Month.MAY), leap);
        assertSelects(
                Opportunity.TYPE, Opportunity.CLOSE_DATE.monthIn(Month.FEBRUARY).negate(), none, march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.dayOfMonthIn(1, 2, 3), march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.dayOfMonthIn());
    }

    /** A day of Berlin has 23 hours when summer begins, and begins before it does in London. */
    @Test
    void timesAreFoundByTheDaysOfAZone() {
        Visit none = inserted(visit("none"));
        Visit before = visit("before");
        before.setBeginsAt(Instant.parse("2026-03-28T22:59:59.999999Z"));
        Visit first = visit("first");
        first.setBeginsAt(Instant.parse("2026-03-28T23:00:00Z"));
        Visit last = visit("last");
        last.setBeginsAt(Instant.parse("2026-03-29T21:59:59.999999Z"));
        Visit after = visit("after");
        after.setBeginsAt(Instant.parse("2026-03-29T22:00:00Z"));
        insertAll(before, first, last, after);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate sunday = LocalDate.of(2026, 3, 29);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.on(sunday, berlin), first, last);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.notOn(sunday, berlin), none, before, after);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.in(DatePeriod.parse("2026-W13"), berlin), before, first, last);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.notIn(DatePeriod.parse("2026-W13"), berlin), none, after);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.between(sunday, sunday.plusDays(1), berlin), first, last, after);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.notBetween(sunday, sunday.plusDays(1), berlin), none, before);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.in(DatePeriod.parse("9999"), berlin));
    }

    /** What no record can have is compared all the same. */
    @Test
    void daysAndTimesBeyondAllThatIsKeptAreCompared() {
        Opportunity none = complete(new Opportunity("none"));
        Opportunity march = complete(new Opportunity("march"));
        march.setCloseDate(LocalDate.of(2026, 3, 1));
        insertAll(none, march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.lessThan(LocalDate.of(10_000, 1, 1)), march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.atLeast(LocalDate.of(10_000, 1, 1)));
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.greaterThan(LocalDate.MIN), march);
        assertSelects(Opportunity.TYPE, Opportunity.CLOSE_DATE.isNot(LocalDate.MAX), none, march);
        Visit visit = visit("march");
        visit.setBeginsAt(Instant.parse("2026-03-01T00:00:00Z"));
        Visit never = visit("never");
        insertAll(visit, never);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.lessThan(Instant.parse("+10000-01-01T00:00:00Z")), visit);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.atMost(Instant.MIN));
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.atLeast(Instant.MIN), visit);
        assertSelects(Visit.TYPE, Visit.BEGINS_AT.isNot(Instant.MAX), never, visit);
    }
}
