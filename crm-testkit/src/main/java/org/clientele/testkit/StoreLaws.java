package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.sales.Opportunity;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What holds for all values, conditions and orders. */
abstract class StoreLaws extends StoreCase {

    private static final int LAST_CODE_POINT = 0x10FFFF;
    private static final List<String> LETTERS = List.of("a", "A", "b", "\u00e9", "\u00c9", "%", "_", "\\", "'", " ");
    private static final List<String> WORDS = List.of("a", "A", "b", "B2", "b10", "C");

    /** A visit to be made once the store is there. */
    record Draft(
            String subject,
            @Nullable Integer minutes,
            @Nullable Boolean confirmed,
            @Nullable Money expenses,
            Set<Integer> attendees,
            @Nullable Integer follows) {}

    @Property(tries = 15)
    void everyTextComesBack(@ForAll("texts") List<String> texts) {
        assertKept(texts, text -> {
            Account account = account("Acuserv");
            account.setDescription(text);
            return account;
        });
    }

    @Property(tries = 15)
    void everyTimeComesBack(@ForAll("times") List<Instant> times) {
        assertKept(times, time -> {
            Visit visit = visit("Inspection");
            visit.setBeginsAt(time);
            return visit;
        });
    }

    @Property(tries = 15)
    void everyDayComesBack(@ForAll("days") List<LocalDate> days) {
        assertKept(days, day -> {
            Opportunity opportunity = complete(new Opportunity("Analytical engine"));
            opportunity.setCloseDate(day);
            return opportunity;
        });
    }

    @Property(tries = 15)
    void everyAmountComesBack(@ForAll("amounts") List<Money> amounts) {
        assertKept(amounts, amount -> {
            Visit visit = visit("Inspection");
            visit.setExpenses(amount);
            return visit;
        });
    }

    private <V, R extends CrmRecord> void assertKept(List<V> values, Function<V, R> maker) {
        List<R> records = values.stream().map(maker).toList();
        run(transaction -> records.forEach(record -> insert(transaction, record)));
        for (R record : records) {
            R kept = stored(record);
            for (Attribute<? super R, ?> property :
                    crm().schema().properties(crm().schema().typeOf(record))) {
                assertThat(read(property, kept)).as(property.name()).isEqualTo(read(property, record));
            }
        }
    }

    private static <R> @Nullable Object read(Attribute<R, ?> property, R record) {
        return property.get(record);
    }

    @Property(tries = 15)
    void aConditionSelectsWhatItSelectsInMemory(
            @ForAll("drafts") List<Draft> drafts, @ForAll("conditions") @Size(20) List<Criterion<Visit>> conditions) {
        keep(drafts);
        run(records -> {
            List<Visit> all = records.select(Visit.TYPE, Query.<Visit>all()).toList();
            for (Criterion<Visit> where : conditions) {
                List<Visit> expected =
                        all.stream().filter(visit -> where.test(visit, records)).toList();
                assertThat(records.select(Visit.TYPE, Query.<Visit>of(where)).toList())
                        .as(where.toString())
                        .isEqualTo(expected);
                assertThat(records.count(Visit.TYPE, where)).isEqualTo(expected.size());
                assertThat(records.count(Visit.TYPE, where.negate())).isEqualTo(all.size() - expected.size());
            }
        });
    }

    @Property(tries = 15)
    void anOrderIsThatOfItsStepsAndThenOfIdentity(
            @ForAll("drafts") List<Draft> drafts, @ForAll("orders") @Size(8) List<List<Sort<Visit>>> orders) {
        keep(drafts);
        List<Visit> all = selected(Visit.TYPE, Query.all());
        for (List<Sort<Visit>> steps : orders) {
            Comparator<Visit> order = steps.stream()
                    .map(Sort::comparator)
                    .reduce((one, next) -> one.thenComparing(next))
                    .map(step -> step.thenComparing(CrmRecord::getId))
                    .orElse(Comparator.comparing(CrmRecord::getId));
            assertThat(selected(Visit.TYPE, Query.<Visit>all().orderedBy(steps)))
                    .as(steps.toString())
                    .isEqualTo(all.stream().sorted(order).toList());
        }
    }

    @Property(tries = 15)
    void groupsCountWhatTheirConditionsCount(@ForAll("drafts") List<Draft> drafts) {
        keep(drafts);
        run(records -> {
            List<Group> groups = records.aggregate(
                    Visit.TYPE,
                    new Aggregation<>(
                            Criterion.always(),
                            List.of(Visit.MINUTES, Visit.CONFIRMED),
                            List.of(new Aggregation.Count<>(Criterion.always()))));
            long all = 0;
            for (Group group : groups) {
                Criterion<Visit> where = same(Visit.MINUTES, group.key().get(0))
                        .and(same(Visit.CONFIRMED, group.key().get(1)));
                assertThat(group.values()).containsExactly(records.count(Visit.TYPE, where));
                all += (Long) group.values().get(0);
            }
            assertThat(all).isEqualTo(drafts.size());
        });
    }

    @SuppressWarnings("unchecked")
    private static <V> Criterion<Visit> same(Attribute<Visit, V> attribute, @Nullable Object value) {
        return value == null ? new Criterion.Blank<>(attribute) : new Criterion.OneOf<>(attribute, Set.of((V) value));
    }

    private void keep(List<Draft> drafts) {
        startAfresh();
        List<Contact> people = List.of(
                inserted(complete(new Contact("Ada", "Lovelace"))),
                inserted(complete(new Contact("Charles", "Babbage"))));
        List<Visit> visits = new ArrayList<>();
        run(records -> {
            for (Draft draft : drafts) {
                Visit visit = visit(draft.subject);
                visit.setMinutes(draft.minutes);
                visit.setConfirmed(draft.confirmed);
                visit.setExpenses(draft.expenses);
                draft.attendees.forEach(number -> visit.addAttendee(people.get(number)));
                if (draft.follows != null && !visits.isEmpty()) {
                    visit.setFollows(Ref.to(visits.get(draft.follows % visits.size())));
                }
                visits.add(insert(records, visit));
            }
        });
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<Integer> codePoints = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 0x17F)),
                Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(1, LAST_CODE_POINT)
                                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)));
        return codePoints
                .list()
                .ofMaxSize(40)
                .map(codes -> codes.stream().map(Character::toString).reduce("", String::concat))
                .list()
                .ofSize(20);
    }

    @Provide
    Arbitrary<List<Instant>> times() {
        long first = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        return Combinators.combine(
                        Arbitraries.longs().between(first, last),
                        Arbitraries.longs().between(0, 999_999))
                .as((second, micro) -> Instant.ofEpochSecond(second).plus(micro, ChronoUnit.MICROS))
                .list()
                .ofSize(20);
    }

    @Provide
    Arbitrary<List<LocalDate>> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .list()
                .ofSize(20);
    }

    @Provide
    Arbitrary<List<Money>> amounts() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L),
                        Arbitraries.of("USD", "EUR", "JPY"))
                .as((units, currency) -> new Money(BigDecimal.valueOf(units, Money.SCALE), currency))
                .list()
                .ofSize(20);
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        return Combinators.combine(
                        Arbitraries.of(WORDS),
                        Arbitraries.integers().between(-1, 2).injectNull(0.3),
                        Arbitraries.of(true, false).injectNull(0.3),
                        money().injectNull(0.3),
                        Arbitraries.integers().between(0, 1).set(),
                        Arbitraries.integers().between(0, 9).injectNull(0.5))
                .as(Draft::new)
                .list()
                .ofMaxSize(10);
    }

    private static Arbitrary<Money> money() {
        return Combinators.combine(Arbitraries.of("0", "1.5", "2"), Arbitraries.of("USD", "EUR"))
                .as(Money::of);
    }

    @Provide
    Arbitrary<List<List<Sort<Visit>>>> orders() {
        Arbitrary<Sort<Visit>> steps = Combinators.combine(
                        Arbitraries.of(List.of(
                                Visit.SUBJECT,
                                Visit.MINUTES,
                                Visit.CONFIRMED,
                                Visit.FOLLOWS,
                                Visit.EXPENSES.amount(),
                                Visit.EXPENSES.currency())),
                        Arbitraries.of(true, false))
                .as((attribute, ascending) -> new Sort<Visit>(attribute, ascending));
        return steps.list().ofMaxSize(3).list();
    }

    @Provide
    Arbitrary<List<Criterion<Visit>>> conditions() {
        return Arbitraries.recursive(StoreLaws::leaf, StoreLaws::compound, 0, 3).list();
    }

    private static Arbitrary<Criterion<Visit>> compound(Arbitrary<Criterion<Visit>> parts) {
        return Arbitraries.oneOf(
                Combinators.combine(parts, parts).as((one, other) -> one.and(other)),
                Combinators.combine(parts, parts).as((one, other) -> one.or(other)),
                parts.map(Criterion.Not::new),
                parts.map(Visit.FOLLOWS::matches));
    }

    private static Arbitrary<Criterion<Visit>> leaf() {
        Arbitrary<String> text = Arbitraries.of(LETTERS).list().ofMaxSize(2).map(letters -> String.join("", letters));
        Arbitrary<Integer> number = Arbitraries.integers().between(-1, 2);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Criterion.Match.values()), text)
                        .as((match, sought) -> new Criterion.TextMatch<>(Visit.SUBJECT, match, sought)),
                Combinators.combine(Arbitraries.of(Criterion.Operator.values()), number)
                        .as((operator, value) -> new Criterion.Ordered<>(Visit.MINUTES, operator, value)),
                number.set().map(values -> new Criterion.OneOf<>(Visit.MINUTES, values)),
                Arbitraries.of(WORDS).set().map(words -> new Criterion.OneOf<>(Visit.SUBJECT, words)),
                money().map(Visit.EXPENSES::atLeast),
                text.map(name -> Visit.ATTENDEES.anyMatches(Contact.FIRST_NAME.contains(name))),
                Arbitraries.of(List.of(
                        Visit.CONFIRMED.isTrue(),
                        Visit.CONFIRMED.isFalse(),
                        Visit.MINUTES.isBlank(),
                        Visit.EXPENSES.isBlank(),
                        Visit.ATTENDEES.isBlank(),
                        Visit.FOLLOWS.isBlank(),
                        Criterion.always(),
                        Criterion.never())));
    }
}
