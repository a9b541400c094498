package org.clientele.merge;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.property.CollectionProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The strategies that come with the library; made for static import. All are immutable and thread-safe.
 *
 * <p>Records without a value do not count, for any strategy but {@link #replace()}: nothing never takes the place of
 * something, and the merged record has no value only when no record has one. Of records that are equally good the master is
 * the first, then the oldest.
 *
 * <p>{@link #newest()}, {@link #oldest()}, {@link #mostComplete()} and {@link #byPriority} look at the record besides the
 * value. Merging two at a time they may come to another value than all at once, since the record that stays keeps its own time
 * of creation and its own source, has just been changed, and has become more complete. All others come to the same.
 */
public final class MergeStrategies {

    private MergeStrategies() {}

    /** All that need nothing else to be told, by which plans that were stored name them. */
    static List<MergeStrategy<?, ?>> all() {
        return List.of(
                append(),
                replace(),
                firstPresent(),
                longest(),
                highest(),
                lowest(),
                sum(),
                highestAmount(),
                lowestAmount(),
                totalAmount(),
                earliest(),
                latest(),
                anyTrue(),
                allTrue(),
                newest(),
                oldest(),
                mostComplete());
    }

    /** A strategy that is told apart by its name. */
    private record Named<V>(
            String name, boolean isAssociative, Function<MergeCandidates<CrmRecord, V>, MergedValue<V>> rule)
            implements MergeStrategy<CrmRecord, V> {

        @Override
        public MergedValue<V> merge(MergeCandidates<CrmRecord, V> candidates) {
            return rule.apply(candidates);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Named<?> named && name.equals(named.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static <V> MergeStrategy<CrmRecord, V> byValue(
            String name, Function<MergeCandidates<CrmRecord, V>, MergedValue<V>> rule) {
        return new Named<>(name, true, rule);
    }

    private static <V> MergeStrategy<CrmRecord, V> byRecord(
            String name, Function<MergeCandidates<CrmRecord, V>, MergedValue<V>> rule) {
        return new Named<>(name, false, rule);
    }

    /** The elements of all records: the master's first, then the others', none twice. What collections have without a strategy. */
    public static <C extends Collection<?>> MergeStrategy<CrmRecord, C> append() {
        return byValue("append", MergeStrategies::united);
    }

    private static <C extends Collection<?>> MergedValue<C> united(MergeCandidates<CrmRecord, C> candidates) {
        @SuppressWarnings("unchecked") // a property whose values are collections is one of collections
        CollectionProperty<?, ?, C> property = (CollectionProperty<?, ?, C>) (Property<?, ?>) candidates.property();
        List<C> values = candidates.values();
        return values.size() < 2 ? candidates.first() : new MergedValue.Computed<>(property.unite(values));
    }

    /** The master's value, also when it has none; of a collection, its elements only. What all else has without a strategy. */
    public static <V> MergeStrategy<CrmRecord, V> replace() {
        return byValue("replace", MergeCandidates::master);
    }

    /** The master's value; when it has none, the oldest other record's that has one. */
    public static <V> MergeStrategy<CrmRecord, V> firstPresent() {
        return byValue("first present", MergeCandidates::first);
    }

    /** The text with the most characters, counted as {@link Traits#maxLength} does. */
    public static MergeStrategy<CrmRecord, String> longest() {
        return byValue("longest", texts -> texts.greatest(comparing(String::length)));
    }

    /** The greatest number. */
    public static <N extends Number & Comparable<N>> MergeStrategy<CrmRecord, N> highest() {
        return byValue("highest", numbers -> numbers.greatest(naturalOrder()));
    }

    /** The smallest number. */
    public static <N extends Number & Comparable<N>> MergeStrategy<CrmRecord, N> lowest() {
        return byValue("lowest", numbers -> numbers.greatest(reverseOrder()));
    }

    /** The exact sum of all numbers; refused when the property's type of number does not hold it. */
    public static <N extends Number & Comparable<N>> MergeStrategy<CrmRecord, N> sum() {
        return byValue("sum", MergeStrategies::added);
    }

    private static <N extends Number & Comparable<N>> MergedValue<N> added(MergeCandidates<CrmRecord, N> numbers) {
        if (numbers.values().size() < 2) {
            return numbers.first();
        }
        BigDecimal sum = numbers.values().stream()
                .map(number -> new BigDecimal(number.toString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        @SuppressWarnings("unchecked") // a property whose values are numbers is one of numbers
        NumberProperty<?, N> property = (NumberProperty<?, N>) (Property<?, ?>) numbers.property();
        try {
            return new MergedValue.Computed<>(property.plus(null, sum));
        } catch (NumberFormatException tooGreat) {
            return new MergedValue.Refused<>(
                    "the sum is " + sum.toPlainString() + ", more than it can hold; choose a value");
        }
    }

    /** The greatest amount; refused when the amounts are in different currencies, which are never compared. */
    public static MergeStrategy<CrmRecord, Money> highestAmount() {
        return byValue("highest amount", inOneCurrency(amounts -> amounts.greatest(naturalOrder())));
    }

    /** The smallest amount; refused when the amounts are in different currencies, which are never compared. */
    public static MergeStrategy<CrmRecord, Money> lowestAmount() {
        return byValue("lowest amount", inOneCurrency(amounts -> amounts.greatest(reverseOrder())));
    }

    /**
     * The exact sum of all amounts; refused when they are in different currencies, which are never added, or come to more than
     * {@link Money} holds.
     */
    public static MergeStrategy<CrmRecord, Money> totalAmount() {
        return byValue("total amount", inOneCurrency(MergeStrategies::total));
    }

    private static Function<MergeCandidates<CrmRecord, Money>, MergedValue<Money>> inOneCurrency(
            Function<MergeCandidates<CrmRecord, Money>, MergedValue<Money>> rule) {
        return amounts -> {
            SortedSet<String> currencies = new TreeSet<>();
            amounts.values().forEach(amount -> currencies.add(amount.currency()));
            return currencies.size() < 2
                    ? rule.apply(amounts)
                    : new MergedValue.Refused<>("amounts in " + String.join(" and ", currencies)
                            + " are neither compared nor added; choose a value, or convert them first");
        };
    }

    /** What is in between may be more than an amount can be; only the total has to be one. */
    private static MergedValue<Money> total(MergeCandidates<CrmRecord, Money> amounts) {
        List<Money> values = amounts.values();
        if (values.size() < 2) {
            return amounts.first();
        }
        BigDecimal sum = values.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return new MergedValue.Computed<>(new Money(sum, values.get(0).currency()));
        } catch (IllegalArgumentException tooMuch) {
            return new MergedValue.Refused<>("the " + tooMuch.getMessage() + "; choose a value");
        }
    }

    /** The first of all days or times. */
    public static <T extends Temporal & Comparable<? super T>> MergeStrategy<CrmRecord, T> earliest() {
        return byValue("earliest", times -> times.greatest(reverseOrder()));
    }

    /** The last of all days or times. */
    public static <T extends Temporal & Comparable<? super T>> MergeStrategy<CrmRecord, T> latest() {
        return byValue("latest", times -> times.greatest(naturalOrder()));
    }

    /** True when one record says so; false when one says so and none says otherwise. */
    public static MergeStrategy<CrmRecord, Boolean> anyTrue() {
        return byValue("any true", answers -> answers.greatest(naturalOrder()));
    }

    /** True when no record says otherwise and one says so; false as soon as one says so. */
    public static MergeStrategy<CrmRecord, Boolean> allTrue() {
        return byValue("all true", answers -> answers.greatest(reverseOrder()));
    }

    /** The value of the record that was changed last, whatever of it was changed, among those that have one. */
    public static <V> MergeStrategy<CrmRecord, V> newest() {
        return byRecord(
                "newest", all -> all.ofGreatest(comparing(CrmRecord::getUpdatedAt, nullsFirst(naturalOrder()))));
    }

    /** The value of the record that was created first, among those that have one. */
    public static <V> MergeStrategy<CrmRecord, V> oldest() {
        return byRecord(
                "oldest",
                all -> all.ofGreatest(comparing(CrmRecord::getCreatedAt, nullsLast(naturalOrder()))
                        .reversed()));
    }

    /**
     * The value of the record that has the most values, among those that have this one. Calculated values do not count, as
     * nobody entered them; custom ones do; a collection counts as one value.
     */
    public static <V> MergeStrategy<CrmRecord, V> mostComplete() {
        return byRecord("most complete", all -> all.ofGreatest(comparing(record -> filled(all, record))));
    }

    private static int filled(MergeCandidates<CrmRecord, ?> all, CrmRecord record) {
        return (int) all.properties().stream()
                .filter(property -> !property.has(Traits.Calculated.class))
                .filter(property -> isFilled(property, record))
                .count();
    }

    private static <R, V> boolean isFilled(Property<R, V> property, R record) {
        return !property.lacks(property.get(record));
    }

    /**
     * The value of the record whose source - or whatever the property tells - comes first in this list, among those that have
     * one. Records with another source, or with none, come after all of the list.
     *
     * <pre>{@code
     * config.merging(Contact.JOB_TITLE, byPriority(Contact.SOURCE, ContactSource.WEBSITE, ContactSource.CALL))
     * }</pre>
     *
     * @param property what is told of a record by it
     * @param order the best first; IllegalArgumentException when there is none
     */
    @SafeVarargs
    public static <R extends CrmRecord, P, V> MergeStrategy<R, V> byPriority(Property<R, P> property, P... order) {
        return new ByPriority<>(property, List.of(order));
    }

    private record ByPriority<R extends CrmRecord, P, V>(Property<R, P> property, List<P> order)
            implements MergeStrategy<R, V> {

        private ByPriority {
            Objects.requireNonNull(property, "property");
            if (order.isEmpty()) {
                throw new IllegalArgumentException(
                        "a priority by " + property + " says no order; name its values, the best first");
            }
        }

        @Override
        public String name() {
            return "priority of " + property;
        }

        @Override
        public boolean isAssociative() {
            return false;
        }

        @Override
        public MergedValue<V> merge(MergeCandidates<R, V> candidates) {
            return candidates.ofGreatest(comparing(this::place).reversed());
        }

        private int place(R record) {
            P value = property.get(record);
            int place = value == null ? -1 : order.indexOf(value);
            return place < 0 ? order.size() : place;
        }

        @Override
        public String toString() {
            return name() + " " + order;
        }
    }
}
