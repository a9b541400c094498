package org.clientele.criteria;

import java.util.Comparator;
import org.clientele.value.Choice;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order: an attribute and a direction. Texts are ordered ignoring case, choices by their ids, money by
 * currency and then by amount; records without a value come last in both directions.
 *
 * @param <R> the type whose records are ordered
 */
public record Sort<R>(Attribute<? super R, ?> attribute, boolean ascending) {

    /** The order of two records by this step alone. */
    public Comparator<R> comparator() {
        Comparator<@Nullable Object> values = Comparator.nullsLast(ascending ? Sort::compare : (a, b) -> compare(b, a));
        return (left, right) -> values.compare(key(left), key(right));
    }

    private @Nullable Object key(R record) {
        Object value = attribute.get(record);
        if (value instanceof String text) {
            return TextFold.fold(text);
        }
        return value instanceof Choice choice ? choice.id() : value;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        if (left instanceof Money money
                && right instanceof Money other
                && !money.currency().equals(other.currency())) {
            return money.currency().compareTo(other.currency());
        }
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : left.toString().compareTo(right.toString());
    }

    @Override
    public String toString() {
        return attribute.name() + (ascending ? " ascending" : " descending");
    }
}
