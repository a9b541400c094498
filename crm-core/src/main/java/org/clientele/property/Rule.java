package org.clientele.property;

import java.util.Optional;

/**
 * A trait that judges a value. Rules are asked only about values that are there; that one must be there is
 * {@link Traits#required()}.
 *
 * @param <V> the values judged
 */
public interface Rule<V> extends Trait<V> {

    /** What is wrong, with the mend, to stand after the property's name: "is longer than 255 characters; shorten it". */
    Optional<String> objection(V value);
}
