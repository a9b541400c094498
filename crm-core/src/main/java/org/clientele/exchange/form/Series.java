package org.clientele.exchange.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as the elements that are counted off in titles, and back. */
interface Series<V, E> {

    /** The elements, in the order of their numbers; none of no value. */
    List<E> elements(@Nullable V value);

    /** A value of elements, as they were read. */
    V of(List<E> elements);

    /** What a value becomes that was read, where another is there already. */
    default V onto(@Nullable V before, V value) {
        return value;
    }
}
