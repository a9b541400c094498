package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.NumberProperty;
import org.clientele.property.TextProperty;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.sales.OpportunityStatus;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure.Count;
import org.clientele.store.Measure.Sum;
import org.clientele.store.Measure.SumMoney;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That counts and sums are exact, group by group. */
abstract class StoreAggregation extends StoreCase {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** The values of each group by its key. */
    private <R extends CrmRecord> Map<List<@Nullable Object>, List<Object>> groups(
            EntityType<R> type, Aggregation<R> aggregation) {
        return inTransaction(records -> {
            Map<List<@Nullable Object>, List<Object>> groups = new HashMap<>();
            for (Group group : records.aggregate(type, aggregation)) {
                assertThat(groups.put(group.key(), group.values())).isNull();
            }
            return groups;
        });
    }

    private static List<@Nullable Object> key(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private static <R> Count<R> all() {
        return new Count<>(Criterion.always());
    }

    private Visit visit(String subject, @Nullable Integer minutes, @Nullable Money expenses) {
        Visit visit = visit(subject);
        visit.setMinutes(minutes);
        visit.setExpenses(expenses);
        return visit;
    }

    @Test
    void withoutGroupingThereIsOneGroupOfAllAndNoneOfNothing() {
        Aggregation<Account> count = new Aggregation<>(Criterion.always(), List.of(), List.of(all()));
        assertThat(groups(Account.TYPE, count)).isEmpty();
        insertAll(account("Acuserv"), account("Big Bear Stores"));
        assertThat(groups(Account.TYPE, count)).isEqualTo(Map.of(List.of(), List.of(2L)));
        assertThat(groups(Account.TYPE, count.and(Account.NAME.is("acuserv"))))
                .isEqualTo(Map.of(List.of(), List.of(1L)));
        assertThat(groups(Account.TYPE, count.and(Criterion.never()))).isEmpty();
    }

    @Test
    void groupsAreMadeByExactValuesAndByNone() {
        insertAll(visit("a", 5, null), visit("a", 5, null), visit("A", 7, null), visit("b", null, null));
        assertThat(groups(Visit.TYPE, new Aggregation<>(Criterion.always(), List.of(Visit.SUBJECT), List.of(all()))))
                .isEqualTo(Map.of(key("a"), List.of(2L), key("A"), List.of(1L), key("b"), List.of(1L)));
        assertThat(groups(Visit.TYPE, new Aggregation<>(Criterion.always(), List.of(Visit.MINUTES), List.of(all()))))
                .isEqualTo(Map.of(key(5), List.of(2L), key(7), List.of(1L), key((Object) null), List.of(1L)));
    }

    @Test
    void groupsAreMadeByReferencesAndChoices() {
        Account acuserv = inserted(account("Acuserv"));
        Account bigBear = inserted(account("Big Bear Stores"));
        insertAll(
                complete(new Opportunity("1", acuserv)).win(null, DAY),
                complete(new Opportunity("2", acuserv)).win(null, DAY),
                open(new Opportunity("3", bigBear)),
                open(new Opportunity("4")));
        assertThat(groups(
                        Opportunity.TYPE,
                        new Aggregation<>(
                                Criterion.always(), List.of(Opportunity.ACCOUNT, Opportunity.STATUS), List.of(all()))))
                .isEqualTo(Map.of(
                        key(Ref.to(acuserv), OpportunityStatus.WON), List.of(2L),
                        key(Ref.to(bigBear), OpportunityStatus.IN_PROGRESS), List.of(1L),
                        key(null, OpportunityStatus.IN_PROGRESS), List.of(1L)));
        assertThat(groups(
                        Opportunity.TYPE,
                        new Aggregation<>(Criterion.always(), List.of(Opportunity.CLOSE_DATE), List.of(all()))))
                .isEqualTo(Map.of(key(DAY), List.of(2L), key((Object) null), List.of(2L)));
    }

    @Test
    void groupsAreMadeAcrossTheTypesThatExtendOne() {
        Account acuserv = inserted(account("Acuserv"));
        insertAll(
                complete(new Partner("Acuserv", acuserv, channel())),
                complete(new BusinessCustomer("Acuserv", acuserv, channel())));
        Aggregation<Customer> byAccount =
                new Aggregation<>(Criterion.always(), List.of(Customer.ACCOUNT), List.of(all()));
        assertThat(groups(Customer.TYPE, byAccount)).isEqualTo(Map.of(key(Ref.to(acuserv)), List.of(2L)));
        Aggregation<Partner> ofPartners =
                new Aggregation<>(Criterion.always(), List.of(Customer.ACCOUNT), List.of(all()));
        assertThat(groups(Partner.TYPE, ofPartners)).isEqualTo(Map.of(key(Ref.to(acuserv)), List.of(1L)));
    }

    @Test
    void eachMeasureTakesInItsOwnRecords() {
        insertAll(visit("a", 5, null), visit("b", 7, null), visit("c", null, null));
        Map<List<@Nullable Object>, List<Object>> groups = groups(
                Visit.TYPE,
                new Aggregation<>(
                        Visit.SUBJECT.isNot("a"),
                        List.of(),
                        List.of(
                                all(),
                                new Count<>(Visit.MINUTES.isPresent()),
                                new Count<>(Criterion.never()),
                                new Sum<>(Visit.MINUTES, Criterion.always()),
                                new Sum<>(Visit.MINUTES, Visit.SUBJECT.is("c")))));
        List<Object> values = groups.values().iterator().next();
        assertThat(values.subList(0, 3)).containsExactly(2L, 1L, 0L);
        assertThat((BigDecimal) values.get(3)).isEqualByComparingTo("7");
        assertThat((BigDecimal) values.get(4)).isEqualByComparingTo("0");
    }

    @Test
    void measuresMayLookAtRelatedRecords() {
        Account acuserv = inserted(account("Acuserv"));
        insertAll(complete(new Opportunity("1", acuserv)), complete(new Opportunity("2")));
        assertThat(groups(
                        Opportunity.TYPE,
                        new Aggregation<>(
                                Criterion.always(),
                                List.of(),
                                List.of(new Count<>(Opportunity.ACCOUNT.matches(Account.NAME.is("acuserv")))))))
                .isEqualTo(Map.of(List.of(), List.of(1L)));
    }

    @Test
    void sumsAreExact() {
        Account acuserv = inserted(account("Acuserv"));
        for (String lifetime : List.of("999999999999999.9999", "0.0001", "0.1", "0.2")) {
            Partner partner = complete(new Partner("Acuserv", acuserv, channel()));
            Partner.LIFETIME.set(partner, new BigDecimal(lifetime));
            inserted(partner);
        }
        insertAll(visit("a", Integer.MAX_VALUE, null), visit("b", Integer.MAX_VALUE, null));
        List<Object> partners = groups(
                        Customer.TYPE,
                        new Aggregation<>(
                                Criterion.always(),
                                List.of(),
                                List.of(new Sum<>(Customer.LIFETIME, Criterion.always()))))
                .values()
                .iterator()
                .next();
        assertThat((BigDecimal) partners.get(0)).isEqualByComparingTo("1000000000000000.3");
        List<Object> visits = groups(
                        Visit.TYPE,
                        new Aggregation<>(
                                Criterion.always(), List.of(), List.of(new Sum<>(Visit.MINUTES, Criterion.always()))))
                .values()
                .iterator()
                .next();
        assertThat((BigDecimal) visits.get(0)).isEqualByComparingTo("4294967294");
    }

    @Test
    void moneyIsSummedByCurrency() {
        insertAll(
                visit("a", 1, Money.of("0.1", "USD")),
                visit("a", 2, Money.of("0.2", "USD")),
                visit("a", 3, Money.of("7", "EUR")),
                visit("a", 4, null),
                visit("b", 5, null));
        Map<List<@Nullable Object>, List<Object>> groups = groups(
                Visit.TYPE,
                new Aggregation<>(
                        Criterion.always(),
                        List.of(Visit.SUBJECT),
                        List.of(
                                new SumMoney<>(Visit.EXPENSES, Criterion.always()),
                                new SumMoney<>(Visit.EXPENSES, Visit.MINUTES.atLeast(2)),
                                all())));
        List<Object> values = groups.getOrDefault(key("a"), List.of());
        assertSums(values.get(0), "EUR", "7", "USD", "0.3");
        assertSums(values.get(1), "EUR", "7", "USD", "0.2");
        assertThat(values.get(2)).isEqualTo(4L);
        assertSums(groups.getOrDefault(key("b"), List.of()).get(0));
    }

    private static void assertSums(Object sums, String... currenciesAndAmounts) {
        Map<Object, BigDecimal> expected = new HashMap<>();
        for (int i = 0; i < currenciesAndAmounts.length; i += 2) {
            expected.put(currenciesAndAmounts[i], new BigDecimal(currenciesAndAmounts[i + 1]));
        }
        Map<?, ?> actual = (Map<?, ?>) sums;
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((currency, sum) ->
                assertThat((BigDecimal) sum).isEqualByComparingTo(expected.getOrDefault(currency, BigDecimal.ZERO)));
    }

    @Test
    void customValuesMakeGroupsAndAreSummed() {
        TextProperty<Account> tier = crm().define(Account.TYPE, custom -> custom.text("tier"));
        NumberProperty<Account, Integer> stars = crm().define(Account.TYPE, custom -> custom.integer("stars"));
        Account gold = account("Acuserv");
        tier.set(gold, "gold");
        stars.set(gold, 5);
        Account none = account("Body Toning");
        stars.set(none, 2);
        insertAll(gold, none);
        Map<List<@Nullable Object>, List<Object>> groups = groups(
                Account.TYPE,
                new Aggregation<>(Criterion.always(), List.of(tier), List.of(new Sum<>(stars, Criterion.always()))));
        assertThat(groups.keySet()).containsExactlyInAnyOrder(key("gold"), key((Object) null));
        assertThat((BigDecimal) groups.getOrDefault(key("gold"), List.of()).get(0))
                .isEqualByComparingTo("5");
    }

    @Test
    void theVeryClassOfARecordIsReadWithoutTheRecord() {
        Account acuserv = inserted(account("Acuserv"));
        Partner partner = inserted(complete(new Partner("Acuserv", acuserv, channel())));
        BusinessCustomer customer = inserted(complete(new BusinessCustomer("Acuserv", acuserv, channel())));
        run(records -> {
            assertThat(records.values(Account.TYPE, Query.all(), List.of(CrmRecord.KIND)))
                    .containsExactly(List.of(Account.class));
            assertThat(records.values(Customer.TYPE, Query.all(), List.of(CrmRecord.ID, CrmRecord.KIND)))
                    .containsExactlyInAnyOrder(
                            List.of(partner.getId(), Partner.class), List.of(customer.getId(), BusinessCustomer.class));
            assertThat(records.values(Partner.TYPE, Query.all(), List.of(CrmRecord.KIND, CrmRecord.ID)))
                    .containsExactly(List.of(Partner.class, partner.getId()));
        });
    }

    @Test
    void whatATransactionWroteIsCounted() {
        insertAll(visit("a", 1, null), visit("b", 2, null));
        run(records -> {
            insert(records, visit("c", 4, null));
            Visit changed = records.select(Visit.TYPE, Query.<Visit>of(Visit.SUBJECT.is("a")))
                    .toList()
                    .get(0);
            changed.setMinutes(8);
            update(records, changed);
            List<Group> groups = records.aggregate(
                    Visit.TYPE,
                    new Aggregation<>(
                            Criterion.always(), List.of(), List.of(new Sum<>(Visit.MINUTES, Criterion.always()))));
            assertThat((BigDecimal) groups.get(0).values().get(0)).isEqualByComparingTo("14");
        });
    }
}
