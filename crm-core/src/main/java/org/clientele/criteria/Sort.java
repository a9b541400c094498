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
        return (left, right) -> inOrder(key(attribute, left), key(attribute, right));
    }

    /** How a record stands in this order to one with a value, by {@code compareTo}'s signs; null for one without. */
    public int stand(R record, @Nullable Object value) {
        return inOrder(key(attribute, record), keyOf(attribute, value));
    }

    /** What comes last in both directions is no value. */
    private int inOrder(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        return ascending ? compare(left, right) : compare(right, left);
    }

    private static <R, V> @Nullable Object key(Attribute<R, V> attribute, R record) {
        return keyOf(attribute, attribute.get(record));
    }

    @SuppressWarnings("unchecked") // the value is one of the attribute
    private static <V> @Nullable Object keyOf(Attribute<?, V> attribute, @Nullable Object value) {
        Object key = value == null ? null : attribute.sortKey((V) value);
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
