package org.clientele.criteria;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * An attribute whose values are the identities of other records: one of them or a set.
 *
 * @param <R> the type that points
 * @param <V> the type of the attribute's values
 * @param <T> the type pointed to
 */
public interface Relation<R, V, T> extends Attribute<R, V> {

    /** The class of the records pointed to. */
    Class<T> target();

    /** Whether any identity that the record points to passes the test; false when it points to nothing. */
    boolean anyTarget(R record, Predicate<UUID> test);
}
