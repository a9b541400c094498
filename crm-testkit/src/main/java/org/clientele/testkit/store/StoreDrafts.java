package org.clientele.testkit.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.clientele.contact.Contact;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Sort;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** What the laws of a store are tried with: values of every kind, visits, conditions on them and orders. */
abstract class StoreDrafts extends StoreCase {

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
                                Visit.EXPENSES,
                                Visit.EXPENSES.amount(),
                                Visit.EXPENSES.currency())),
                        Arbitraries.of(true, false))
                .as((attribute, ascending) -> new Sort<Visit>(attribute, ascending));
        return steps.list().ofMaxSize(3).list();
    }

    @Provide
    Arbitrary<List<Criterion<Visit>>> conditions() {
        return Arbitraries.recursive(StoreDrafts::leaf, StoreDrafts::compound, 0, 3)
                .list();
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
                text.set().ofMaxSize(3).map(Visit.SUBJECT::in),
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
