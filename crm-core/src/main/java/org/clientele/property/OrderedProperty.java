package org.clientele.property;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Operator;

/**
 * A property whose values have an order: numbers and times.
 *
 * @param <R> the type that has the property
 * @param <V> the type of its values
 */
public abstract class OrderedProperty<R, V extends Comparable<? super V>> extends Property<R, V> {

    OrderedProperty(Accessors<R, V> accessors) {
        super(accessors);
    }

    /** The value equals this one. */
    public final Criterion<R> is(V value) {
        return compare(Operator.EQUAL, value);
    }

    /** The value differs from this one, or there is none. */
    public final Criterion<R> isNot(V value) {
        return is(value).negate();
    }

    /** The value is before this one. */
    public final Criterion<R> lessThan(V value) {
        return compare(Operator.LESS, value);
    }

    /** The value is before this one or equals it. */
    public final Criterion<R> atMost(V value) {
        return compare(Operator.AT_MOST, value);
    }

    /** The value is after this one. */
    public final Criterion<R> greaterThan(V value) {
        return compare(Operator.GREATER, value);
    }

    /** The value is after this one or equals it. */
    public final Criterion<R> atLeast(V value) {
        return compare(Operator.AT_LEAST, value);
    }

    /** The value is between these two, both included. */
    public final Criterion<R> between(V least, V greatest) {
        return atLeast(least).and(atMost(greatest));
    }

    /** The value is before the first or after the second of these, or there is none. */
    public final Criterion<R> notBetween(V least, V greatest) {
        return between(least, greatest).negate();
    }

    /** The value is one of these. */
    public final Criterion<R> in(Collection<? extends V> values) {
        return new Criterion.OneOf<>(
                this, values.stream().map(this::storable).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The value is none of these, or there is none. */
    public final Criterion<R> notIn(Collection<? extends V> values) {
        return in(values).negate();
    }

    private Criterion<R> compare(Operator operator, V value) {
        return new Criterion.Ordered<>(this, operator, storable(value));
    }
}
