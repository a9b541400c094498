package org.clientele.criteria;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.clientele.criteria.Criterion.Operator;

/**
 * An attribute whose values have an order, with the conditions that can be asked of them: numbers, times and amounts.
 *
 * @param <R> the type that has the attribute
 * @param <V> the type of its values
 */
public interface OrderedAttribute<R, V extends Comparable<? super V>> extends Attribute<R, V> {

    /** The value in the form in which stores keep it: a number with all decimals, a time to the microsecond; as it is when it has no such form. */
    default V exact(V value) {
        return value;
    }

    /** The value equals this one. */
    default Criterion<R> is(V value) {
        return compare(Operator.EQUAL, value);
    }

    /** The value differs from this one, or there is none. */
    default Criterion<R> isNot(V value) {
        return is(value).negate();
    }

    /** The value is before this one. */
    default Criterion<R> lessThan(V value) {
        return compare(Operator.LESS, value);
    }

    /** The value is before this one or equals it. */
    default Criterion<R> atMost(V value) {
        return compare(Operator.AT_MOST, value);
    }

    /** The value is after this one. */
    default Criterion<R> greaterThan(V value) {
        return compare(Operator.GREATER, value);
    }

    /** The value is after this one or equals it. */
    default Criterion<R> atLeast(V value) {
        return compare(Operator.AT_LEAST, value);
    }

    /** The value is between these two, both included. */
    default Criterion<R> between(V least, V greatest) {
        return atLeast(least).and(atMost(greatest));
    }

    /** The value is before the first or after the second of these, or there is none. */
    default Criterion<R> notBetween(V least, V greatest) {
        return between(least, greatest).negate();
    }

    /** The value is one of these. */
    default Criterion<R> in(Collection<? extends V> values) {
        return new Criterion.OneOf<>(
                this, values.stream().map(this::exact).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The value is none of these, or there is none. */
    default Criterion<R> notIn(Collection<? extends V> values) {
        return in(values).negate();
    }

    /** Smallest first; records without a value last. */
    default Sort<R> asc() {
        return new Sort<>(this, true);
    }

    /** Greatest first; records without a value last. */
    default Sort<R> desc() {
        return new Sort<>(this, false);
    }

    private Criterion<R> compare(Operator operator, V value) {
        return new Criterion.Ordered<>(this, operator, exact(value));
    }
}
