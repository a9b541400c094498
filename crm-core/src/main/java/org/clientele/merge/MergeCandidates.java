package org.clientele.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * The values of all records of a merge for one property, and the ways in which most strategies choose among them. The
 * master's is first, then the others' in the order of their records' creation; in which order they were named plays no part.
 * Immutable.
 *
 * @param <R> the type of the records
 * @param <V> the type of the values
 */
public final class MergeCandidates<R extends CrmRecord, V> {

    private final Property<? super R, V> property;
    private final List<Property<? super R, ?>> properties;
    private final List<MergeCandidate<R, V>> all;

    MergeCandidates(
            Property<? super R, V> property, List<Property<? super R, ?>> properties, List<MergeCandidate<R, V>> all) {
        this.property = property;
        this.properties = List.copyOf(properties);
        this.all = List.copyOf(all);
    }

    /**
     * The values of these records, as a merge gives them; for tests of strategies.
     *
     * @param properties all properties of the records
     * @param others the records besides the master, in any order
     */
    public static <R extends CrmRecord, V> MergeCandidates<R, V> of(
            Property<? super R, V> property,
            List<Property<? super R, ?>> properties,
            R master,
            Collection<? extends R> others) {
        List<MergeCandidate<R, V>> all = new ArrayList<>();
        all.add(new MergeCandidate<>(master, true, Values.of(property, master)));
        others.stream()
                .sorted(Comparator.comparing(CrmRecord::getId))
                .forEach(other -> all.add(new MergeCandidate<>(other, false, Values.of(property, other))));
        return new MergeCandidates<>(property, properties, all);
    }

    /** The property whose value is to be found. */
    public Property<? super R, V> property() {
        return property;
    }

    /** All properties of the records, custom ones included, for a strategy that looks at a record as a whole. */
    public List<Property<? super R, ?>> properties() {
        return properties;
    }

    /** One for each record, also where it has no value. */
    public List<MergeCandidate<R, V>> all() {
        return all;
    }

    /** Those that have a value: neither null nor a blank text nor an empty collection. */
    public List<MergeCandidate<R, V>> present() {
        return all.stream()
                .filter(candidate -> !property.lacks(candidate.value()))
                .toList();
    }

    /** The values that are there, in the order of {@link #all()}. */
    public List<V> values() {
        return present().stream().map(MergeCandidates::value).toList();
    }

    private static <V> V value(MergeCandidate<?, V> candidate) {
        return Objects.requireNonNull(candidate.value());
    }

    /** The master's, be it none. */
    public MergedValue<V> master() {
        return new MergedValue.Chosen<>(all.get(0));
    }

    /** The master's value, or the oldest other record's that has one, or none. */
    public MergedValue<V> first() {
        return present().stream()
                .findFirst()
                .<MergedValue<V>>map(MergedValue.Chosen::new)
                .orElseGet(this::master);
    }

    /** The value that comes last in this order; of equal ones the first. None when no record has a value. */
    public MergedValue<V> greatest(Comparator<? super V> order) {
        return best((one, other) -> order.compare(value(one), value(other)));
    }

    /**
     * The value of that record, of those that have one, which comes last in this order; of equal records the first. None when
     * no record has a value.
     */
    public MergedValue<V> ofGreatest(Comparator<? super R> order) {
        return best((one, other) -> order.compare(one.record(), other.record()));
    }

    private MergedValue<V> best(Comparator<MergeCandidate<R, V>> order) {
        @Nullable MergeCandidate<R, V> best = null;
        for (MergeCandidate<R, V> candidate : present()) {
            if (best == null || order.compare(candidate, best) > 0) {
                best = candidate;
            }
        }
        return best == null ? master() : new MergedValue.Chosen<>(best);
    }

    /** All values put together, two at a time, in their order. One alone stays as it is; none when no record has a value. */
    public MergedValue<V> combined(BinaryOperator<V> operator) {
        List<V> values = values();
        return values.size() < 2
                ? first()
                : new MergedValue.Computed<>(values.stream().reduce(operator).orElseThrow());
    }
}
