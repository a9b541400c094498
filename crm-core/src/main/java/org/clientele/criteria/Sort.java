package org.clientele.criteria;

import java.util.Comparator;
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
        return (left, right) -> values.compare(key(attribute, left), key(attribute, right));
    }

    private static <R, V> @Nullable Object key(Attribute<R, V> attribute, R record) {
        V value = attribute.get(record);
        Object key = value == null ? null : attribute.sortKey(value);
        return key instanceof String text ? TextFold.fold(text) : key;
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
