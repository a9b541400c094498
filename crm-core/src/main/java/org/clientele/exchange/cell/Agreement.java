package org.clientele.exchange.cell;

import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.TextFold;
import org.clientele.property.MoneyProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** That a record has this value, texts ignoring case, or has none: by what rows and cells find the records that they mean. */
public record Agreement<R, V>(
        Property<? super R, V> property, @Nullable V value) {

    /** That a record has the value that this one has. */
    public static <R, V> Agreement<R, V> with(Property<? super R, V> property, R record) {
        return new Agreement<>(property, property.get(record));
    }

    /** Whether there is a value. */
    public boolean isGiven() {
        return !property.lacks(value);
    }

    /** Equal for values that agree; null for none. */
    public @Nullable Object key() {
        return isGiven() ? (value instanceof String text ? TextFold.fold(text) : value) : null;
    }

    /** The condition that a record agrees. */
    public Criterion<? super R> criterion() {
        return criterion(property, value);
    }

    @SuppressWarnings("unchecked") // a kind of property has values of one class
    private static <R, V> Criterion<R> criterion(Property<R, V> property, @Nullable V value) {
        Property<?, ?> kind = property;
        if (value == null || property.lacks(value)) {
            return property.isBlank();
        } else if (kind instanceof TextProperty<?>) {
            return ((TextProperty<R>) kind).is((String) value);
        } else if (kind instanceof MoneyProperty<?>) {
            return ((MoneyProperty<R>) kind).is((Money) value);
        } else if (kind instanceof OrderedProperty<?, ?>) {
            return sameOrder((OrderedProperty<R, ?>) kind, value);
        }
        return new Criterion.OneOf<>(property, Set.of(value));
    }

    @SuppressWarnings("unchecked")
    private static <R, V extends Comparable<? super V>> Criterion<R> sameOrder(
            OrderedProperty<R, V> property, Object value) {
        return property.is((V) value);
    }

    /** The property, and the value as far as there is one. */
    @Override
    public String toString() {
        V given = value;
        return given == null || !isGiven() ? "no " + property : property + " '" + property.toText(given) + "'";
    }
}
