package org.clientele.property;

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

    private Criterion<R> compare(Operator operator, V value) {
        return new Criterion.Ordered<>(this, operator, storable(value));
    }
}
