package org.clientele.criteria;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition on records, as data: filters, grids, reports, access and drill-down are all made of it.
 *
 * <p>Criteria are immutable and thread-safe. Logic has two values: a record without a value fails every comparison and
 * passes every negated one, in every store.
 *
 * <pre>{@code
 * Criterion<Account> bears = Account.NAME.contains("bear").and(Account.TAGS.contains("VIP"));
 * }</pre>
 *
 * @param <R> the type whose records are tested
 */
public sealed interface Criterion<R> {

    /** Whether the record meets the condition; related records are found by the lookup. */
    boolean test(R record, Lookup lookup);

    /** The condition that holds for every record. */
    static <R> Criterion<R> always() {
        return new All<>(List.of());
    }

    /** The condition that holds for no record. */
    static <R> Criterion<R> never() {
        return new Any<>(List.of());
    }

    /**
     * All of these conditions; none is every record. Conditions of a type and of those above it go together in any order.
     *
     * <pre>{@code
     * Criterion<Contract> mine = Criterion.allOf(Contract.OWNER.is(olga), Contract.STATUS.is(DRAFT));
     * }</pre>
     */
    @SafeVarargs
    static <R> Criterion<R> allOf(Criterion<? super R>... conditions) {
        return new All<R>(List.of(conditions));
    }

    /** At least one of these conditions, which go together like those of {@link #allOf}; none is no record. */
    @SafeVarargs
    static <R> Criterion<R> anyOf(Criterion<? super R>... conditions) {
        return new Any<R>(List.of(conditions));
    }

    /** Both conditions. */
    default Criterion<R> and(Criterion<? super R> other) {
        return new All<>(List.of(this, other));
    }

    /** Either condition, or both. */
    default Criterion<R> or(Criterion<? super R> other) {
        return new Any<>(List.of(this, other));
    }

    private static <R> List<Criterion<? super R>> longer(List<Criterion<? super R>> parts, Criterion<? super R> last) {
        List<Criterion<? super R>> longer = new ArrayList<>(parts);
        longer.add(last);
        return longer;
    }

    /** The opposite: holds exactly for the records for which this one does not. */
    default Criterion<R> negate() {
        return new Not<>(this);
    }

    /** Every part holds; with no part, always. */
    record All<R>(List<Criterion<? super R>> parts) implements Criterion<R> {
        public All {
            parts = List.copyOf(parts);
        }

        /** A long chain grows in length and not in depth; what is deep by itself, such as a range of money, stays a part. */
        @Override
        public Criterion<R> and(Criterion<? super R> other) {
            return isDeep() ? new All<>(longer(parts, other)) : Criterion.super.and(other);
        }

        private boolean isDeep() {
            return !parts.isEmpty()
                    && parts.get(0) instanceof All<?> first
                    && !first.parts.isEmpty()
                    && first.parts.get(0) instanceof All<?>;
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).test(record, lookup)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            return parts.isEmpty()
                    ? "always"
                    : parts.stream().map(String::valueOf).collect(joining(" and ", "(", ")"));
        }
    }

    /** At least one part holds; with no part, never. */
    record Any<R>(List<Criterion<? super R>> parts) implements Criterion<R> {
        public Any {
            parts = List.copyOf(parts);
        }

        /** Like {@link All#and}. */
        @Override
        public Criterion<R> or(Criterion<? super R> other) {
            return isDeep() ? new Any<>(longer(parts, other)) : Criterion.super.or(other);
        }

        private boolean isDeep() {
            return !parts.isEmpty()
                    && parts.get(0) instanceof Any<?> first
                    && !first.parts.isEmpty()
                    && first.parts.get(0) instanceof Any<?>;
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).test(record, lookup)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return parts.isEmpty()
                    ? "never"
                    : parts.stream().map(String::valueOf).collect(joining(" or ", "(", ")"));
        }
    }

    /** The part does not hold. */
    record Not<R>(Criterion<R> part) implements Criterion<R> {
        @Override
        public boolean test(R record, Lookup lookup) {
            return !part.test(record, lookup);
        }

        @Override
        public Criterion<R> negate() {
            return part;
        }

        @Override
        public String toString() {
            return "not " + part;
        }
    }

    /** The value is one of these, by {@code equals}. */
    record OneOf<R, V>(Attribute<R, V> attribute, Set<V> values) implements Criterion<R> {
        public OneOf {
            values = Sought.of(values);
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            V value = attribute.get(record);
            return value != null && values.contains(value);
        }

        @Override
        public String toString() {
            return attribute.name()
                    + (values.size() == 1 ? " is " + values.iterator().next() : " is one of " + values);
        }
    }

    /** How an ordered value is compared. */
    enum Operator {
        /** Equal by {@code compareTo}: 1.0 equals 1.00. */
        EQUAL,
        /** Strictly before. */
        LESS,
        /** Before or equal. */
        AT_MOST,
        /** Strictly after. */
        GREATER,
        /** After or equal. */
        AT_LEAST;

        /** Whether two values stand so, by the sign of their comparison. */
        public boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case GREATER -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
            };
        }
    }

    /** The value stands in this order to another. */
    record Ordered<R, V extends Comparable<? super V>>(Attribute<R, V> attribute, Operator operator, V value)
            implements Criterion<R> {
        @Override
        public boolean test(R record, Lookup lookup) {
            V actual = attribute.get(record);
            return actual != null && operator.holds(actual.compareTo(value));
        }

        @Override
        public String toString() {
            return attribute.name() + " " + operator + " " + value;
        }
    }

    /** A part of a day of the calendar that comes again. */
    enum CalendarPart {
        /** The month, from 1 for January. */
        MONTH,
        /** The day within its month, from 1. */
        DAY_OF_MONTH;

        int of(LocalDate day) {
            return this == MONTH ? day.getMonthValue() : day.getDayOfMonth();
        }
    }

    /** A part of the day is one of these, whatever its other parts. */
    record OnCalendar<R>(Attribute<R, LocalDate> attribute, CalendarPart part, Set<Integer> numbers)
            implements Criterion<R> {
        public OnCalendar {
            numbers = Sought.of(numbers);
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            LocalDate day = attribute.get(record);
            return day != null && numbers.contains(part.of(day));
        }

        @Override
        public String toString() {
            return part + " of " + attribute.name() + " is one of " + numbers;
        }
    }

    /** Where a text is looked for within another. */
    enum Match {
        /** The whole text. */
        EQUAL,
        /** Anywhere. */
        CONTAINS,
        /** At its beginning. */
        STARTS,
        /** At its end. */
        ENDS;

        boolean holds(String folded, String sought) {
            return switch (this) {
                case EQUAL -> folded.equals(sought);
                case CONTAINS -> folded.contains(sought);
                case STARTS -> folded.startsWith(sought);
                case ENDS -> folded.endsWith(sought);
            };
        }
    }

    /** The text has this part, ignoring case; {@code %} and {@code _} are ordinary characters. */
    record TextMatch<R>(Attribute<R, String> attribute, Match match, String text) implements Criterion<R> {
        public TextMatch {
            text = TextFold.fold(text);
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            String value = attribute.get(record);
            return value != null && match.holds(TextFold.fold(value), text);
        }

        @Override
        public String toString() {
            return attribute.name() + " " + match + " '" + text + "'";
        }
    }

    /** The whole text is one of these, ignoring case. */
    record OneText<R>(Attribute<R, String> attribute, Set<String> texts) implements Criterion<R> {
        public OneText {
            texts = texts.stream().map(TextFold::fold).collect(toUnmodifiableSet());
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            String value = attribute.get(record);
            return value != null && texts.contains(TextFold.fold(value));
        }

        @Override
        public String toString() {
            return attribute.name() + " is one of the texts " + texts;
        }
    }

    /** There is no value: null, an empty text or an empty collection. */
    record Blank<R>(Attribute<R, ?> attribute) implements Criterion<R> {
        @Override
        public boolean test(R record, Lookup lookup) {
            return isBlank(attribute.get(record));
        }

        private static boolean isBlank(@Nullable Object value) {
            return value == null
                    || (value instanceof String text && text.isEmpty())
                    || (value instanceof Collection<?> collection && collection.isEmpty());
        }

        @Override
        public String toString() {
            return attribute.name() + " is blank";
        }
    }

    /** The collection has at least one of these elements, by {@code equals}. */
    record HasAny<R, E>(Attribute<R, ? extends Collection<E>> attribute, Set<E> elements) implements Criterion<R> {
        public HasAny {
            elements = Sought.of(elements);
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            Collection<E> values = attribute.get(record);
            if (values != null) {
                for (E value : values) {
                    if (elements.contains(value)) {
                        return true;
                    }
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return attribute.name() + " has any of " + elements;
        }
    }

    /** At least one owned item meets the condition. */
    record AnyItem<R, I>(Attribute<R, ? extends Collection<I>> attribute, Criterion<I> where) implements Criterion<R> {
        @Override
        public boolean test(R record, Lookup lookup) {
            Collection<I> items = attribute.get(record);
            return items != null && items.stream().anyMatch(item -> where.test(item, lookup));
        }

        @Override
        public String toString() {
            return "any of " + attribute.name() + " with " + where;
        }
    }

    /** At least one record pointed to exists and meets the condition. */
    record Related<R, T>(Relation<R, ?, T> relation, Criterion<? super T> where) implements Criterion<R> {
        @Override
        public boolean test(R record, Lookup lookup) {
            return relation.anyTarget(record, id -> {
                Optional<T> found = lookup.find(relation.target(), id);
                return found.isPresent() && where.test(found.get(), lookup);
            });
        }

        @Override
        public String toString() {
            return relation.name() + " with " + where;
        }
    }

    /**
     * At least one record of a class, or of a class below it, points to this one by that attribute and meets the
     * condition. The attribute is a reference, a set of references or a reference to anything, which names this record's
     * own type.
     */
    record Referred<R, H>(Class<H> holder, Attribute<? super H, ?> by, Criterion<? super H> where)
            implements Criterion<R> {
        @Override
        public boolean test(R record, Lookup lookup) {
            for (H pointing : lookup.referring(holder, by, record)) {
                if (where.test(pointing, lookup)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String toString() {
            return "referred to by " + holder.getSimpleName() + "." + by.name() + " with " + where;
        }
    }

    /** The record is of one of these very classes; a class does not stand for those below it. */
    record OfClass<R>(Set<Class<?>> classes) implements Criterion<R> {
        public OfClass {
            classes = Set.copyOf(classes);
        }

        @Override
        public boolean test(R record, Lookup lookup) {
            return classes.contains(record.getClass());
        }

        @Override
        public String toString() {
            return "is of "
                    + classes.stream().map(Class::getSimpleName).sorted().toList();
        }
    }
}
