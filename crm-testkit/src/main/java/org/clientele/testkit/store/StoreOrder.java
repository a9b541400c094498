package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.account.Account;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;

/**
 * In which order records come, and which stretch of them. Texts of letters and digits are ordered alike by every store;
 * where other characters stand is the store's own affair.
 */
abstract class StoreOrder extends StoreCase {

    @SafeVarargs
    private static <R> Query<R> by(Sort<R>... steps) {
        return Query.<R>all().orderedBy(List.of(steps));
    }

    @Test
    void withoutAnOrderRecordsComeByIdentity() {
        Account first = account("c");
        Account second = account("b");
        Account third = account("a");
        insertAll(third, first, second);
        assertThat(selected(Account.TYPE, Query.all())).containsExactly(first, second, third);
    }

    @Test
    void textsAreOrderedIgnoringCase() {
        insertAll(account("b"), account("A"), account("C"), account("a2"), account("B1"), account("a10"));
        assertThat(selected(Account.TYPE, by(Account.NAME.asc())))
                .extracting(Account::getName)
                .containsExactly("A", "a10", "a2", "b", "B1", "C");
        assertThat(selected(Account.TYPE, by(Account.NAME.desc())))
                .extracting(Account::getName)
                .containsExactly("C", "B1", "b", "a2", "a10", "A");
    }

    @Test
    void someValuesOfRecordsAreThoseOfTheRecordsSelected() {
        Account other = account("Big Bear Stores");
        Account acuserv = account("Acuserv");
        acuserv.setReferredBy(Ref.to(other));
        Account.TIMES_CONTACTED.set(acuserv, 3);
        acuserv.addTag("VIP");
        Visit visit = visit("first");
        visit.setExpenses(Money.of("12.5", "USD"));
        visit.setBeginsAt(Instant.parse("2026-03-01T09:30:00Z"));
        insertAll(other, acuserv, visit, visit("second"));
        assertValues(
                Account.TYPE,
                by(Account.NAME.asc()),
                CrmRecord.ID,
                Account.NAME,
                Account.REFERRED_BY,
                Account.TIMES_CONTACTED);
        assertValues(Account.TYPE, by(Account.NAME.desc()).stretch(1, 1), Account.TAGS, Account.NAME);
        assertValues(
                Visit.TYPE, by(Visit.SUBJECT.asc()), Visit.EXPENSES, Visit.BEGINS_AT, Visit.CONFIRMED, Visit.ABOUT);
        assertValues(Visit.TYPE, by(Visit.SUBJECT.asc()).stretch(0, 0), Visit.SUBJECT);
    }

    @SafeVarargs
    private <R extends CrmRecord> void assertValues(
            EntityType<R> type, Query<R> query, Attribute<? super R, ?>... attributes) {
        List<List<Object>> expected = new ArrayList<>();
        for (R record : selected(type, query)) {
            List<Object> values = new ArrayList<>();
            for (Attribute<? super R, ?> attribute : attributes) {
                values.add(attribute.get(record));
            }
            expected.add(values);
        }
        List<? extends List<?>> values = inTransaction(records ->
                records.values(type, query, Arrays.asList(attributes)).toList());
        assertThat(values).isEqualTo(expected);
    }

    @Test
    void equalValuesAreOrderedByIdentityInBothDirections() {
        Account first = account("acuserv");
        Account second = account("ACUSERV");
        Account third = account("Acuserv");
        insertAll(third, second, first);
        assertThat(selected(Account.TYPE, by(Account.NAME.asc()))).containsExactly(first, second, third);
        assertThat(selected(Account.TYPE, by(Account.NAME.desc()))).containsExactly(first, second, third);
    }

    @Test
    void recordsWithoutAValueComeLastInBothDirections() {
        Visit none = visit("none");
        Visit nine = visit("nine");
        nine.setMinutes(9);
        nine.setBeginsAt(Instant.parse("2026-03-01T09:30:00Z"));
        nine.setConfirmed(false);
        nine.setExpenses(Money.of("9", "USD"));
        Visit ten = visit("ten");
        ten.setMinutes(10);
        ten.setBeginsAt(Instant.parse("2026-03-01T10:30:00Z"));
        ten.setConfirmed(true);
        ten.setExpenses(Money.of("10", "USD"));
        insertAll(none, ten, nine);
        for (Sort<Visit> up : List.of(
                Visit.MINUTES.asc(),
                Visit.BEGINS_AT.asc(),
                Visit.CONFIRMED.asc(),
                Visit.EXPENSES.amount().asc())) {
            Sort<Visit> down = new Sort<>(up.attribute(), false);
            assertThat(selected(Visit.TYPE, by(up))).as(up.toString()).containsExactly(nine, ten, none);
            assertThat(selected(Visit.TYPE, by(down))).as(down.toString()).containsExactly(ten, nine, none);
        }
    }

    @Test
    void datesAndDecimalsAreOrdered() {
        Opportunity late = complete(new Opportunity("late"));
        late.setCloseDate(LocalDate.of(2026, 10, 1));
        Opportunity.PROBABILITY.set(late, new BigDecimal("0.5"));
        Opportunity soon = complete(new Opportunity("soon"));
        soon.setCloseDate(LocalDate.of(2026, 9, 30));
        Opportunity.PROBABILITY.set(soon, new BigDecimal("0.0625"));
        insertAll(late, soon);
        assertThat(selected(Opportunity.TYPE, by(Opportunity.CLOSE_DATE.asc()))).containsExactly(soon, late);
        assertThat(selected(Opportunity.TYPE, by(Opportunity.PROBABILITY.desc())))
                .containsExactly(late, soon);
    }

    @Test
    void referencesAndChoicesAreOrderedByWhatIsStored() {
        Account first = inserted(account("z"));
        Account second = inserted(account("y"));
        Account toSecond = account("x");
        toSecond.setReferredBy(Ref.to(second));
        Account toFirst = account("w");
        toFirst.setReferredBy(Ref.to(first));
        insertAll(toSecond, toFirst);
        assertThat(selected(Account.TYPE, by(Account.REFERRED_BY.asc())))
                .containsExactly(toFirst, toSecond, first, second);
        Opportunity won = complete(new Opportunity("won"));
        won.win(null, LocalDate.of(2026, 3, 1));
        Opportunity open = open(new Opportunity("open"));
        insertAll(won, open);
        assertThat(selected(Opportunity.TYPE, by(Opportunity.STATUS.asc()))).containsExactly(open, won);
    }

    @Test
    void moneyIsOrderedByCurrencyAndWithinItByAmount() {
        Visit none = visit("none");
        Visit yen = visit("yen");
        yen.setExpenses(Money.of("1", "JPY"));
        Visit nine = visit("nine euros");
        nine.setExpenses(Money.of("9", "EUR"));
        Visit ten = visit("ten euros");
        ten.setExpenses(Money.of("10", "EUR"));
        insertAll(none, yen, ten, nine);
        assertThat(selected(Visit.TYPE, by(Visit.EXPENSES.asc()))).containsExactly(nine, ten, yen, none);
        assertThat(selected(Visit.TYPE, by(Visit.EXPENSES.desc()))).containsExactly(yen, ten, nine, none);
    }

    @Test
    void furtherStepsOrderWhatEarlierOnesLeaveEqual() {
        Visit first = visit("b");
        first.setMinutes(1);
        Visit second = visit("A");
        second.setMinutes(2);
        Visit third = visit("a");
        third.setMinutes(1);
        insertAll(first, second, third);
        assertThat(selected(Visit.TYPE, by(Visit.MINUTES.asc(), Visit.SUBJECT.asc())))
                .containsExactly(third, first, second);
        assertThat(selected(Visit.TYPE, by(Visit.SUBJECT.asc(), Visit.MINUTES.desc())))
                .containsExactly(second, third, first);
    }

    @Test
    void recordsOfSeveralTypesAreOrderedTogether() {
        Account account = inserted(account("Acuserv"));
        Partner partner = complete(new Partner("b", account, channel()));
        BusinessCustomer first = complete(new BusinessCustomer("A", account, channel()));
        BusinessCustomer last = complete(new BusinessCustomer("C", account, channel()));
        insertAll(partner, first, last);
        assertThat(selected(Customer.TYPE, by(Customer.NAME.asc()))).containsExactly(first, partner, last);
        assertThat(selected(Customer.TYPE, Query.all())).containsExactly(partner, first, last);
    }

    @Test
    void aStretchOfTheResultIsCutFromTheWholeOrder() {
        insertAll(account("a"), account("b"), account("c"), account("d"), account("e"));
        Query<Account> all = by(Account.NAME.asc());
        assertNames(all.stretch(0, 2), "a", "b");
        assertNames(all.stretch(2, 2), "c", "d");
        assertNames(all.stretch(4, 2), "e");
        assertNames(all.stretch(5, 2));
        assertNames(all.stretch(3_000_000_000L, 2));
        assertNames(all.stretch(0, 0));
        assertNames(all.stretch(3, Query.UNLIMITED), "d", "e");
        assertNames(all.and(Account.NAME.is("c").negate()).stretch(1, 2), "b", "d");
    }

    private void assertNames(Query<Account> query, String... names) {
        assertThat(selected(Account.TYPE, query)).extracting(Account::getName).containsExactly(names);
    }

    @Test
    void whatATransactionWroteStandsInItsPlace() {
        Account bigBear = inserted(account("Big Bear Stores"));
        Account bodyToning = inserted(account("Body Toning"));
        run(records -> {
            Account acuserv = insert(records, account("Acuserv"));
            bodyToning.setName("Aardvark");
            update(records, bodyToning);
            List<? extends CrmRecord> all =
                    records.select(Account.TYPE, by(Account.NAME.asc())).toList();
            assertThat(all).isEqualTo(List.of(bodyToning, acuserv, bigBear));
        });
    }
}
