package org.clientele.criteria;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One step of an order: an attribute and a direction. Texts are ordered ignoring case; records without a value come last
 * in both directions.
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
        return value instanceof String text ? TextFold.fold(text) : value;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object left, Object right) {
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : left.toString().compareTo(right.toString());
    }

    @Override
    public String toString() {
        return attribute.name() + (ascending ? " ascending" : " descending");
    }
}
