package org.clientele.criteria;

import org.jspecify.annotations.Nullable;

/**
 * A named value that can be read off a record: what conditions, orders, columns and reports are written about.
 *
 * <p>Attributes are immutable and thread-safe. The name is the path by which a store knows the value ({@code name},
 * {@code budget.amount}).
 *
 * @param <R> the type that has the attribute
 * @param <V> the type of its values
 */
public interface Attribute<R, V> {

    /** The name, unique within the type that has the attribute. */
    String name();

    /** Reads the value off a record; null when it has none. */
    @Nullable
    V get(R record);

    /** The attribute that this one is made of, which has the values; itself unless it is a part or a derivation of another. */
    default Attribute<? super R, ?> whole() {
        return this;
    }

    /** What stands for a value when records are put in order: the value itself, unless it has no order of its own. */
    default Object sortKey(V value) {
        return value;
    }
}
