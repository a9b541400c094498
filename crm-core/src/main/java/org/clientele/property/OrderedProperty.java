package org.clientele.property;

import org.clientele.criteria.OrderedAttribute;

/**
 * A property whose values have an order: numbers and times.
 *
 * @param <R> the type that has the property
 * @param <V> the type of its values
 */
public abstract class OrderedProperty<R, V extends Comparable<? super V>> extends Property<R, V>
        implements OrderedAttribute<R, V> {

    OrderedProperty(Accessors<R, V> accessors) {
        super(accessors);
    }

    @Override
    public final V exact(V value) {
        return storable(value);
    }
}
