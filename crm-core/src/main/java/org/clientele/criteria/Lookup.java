package org.clientele.criteria;

import java.util.Optional;
import java.util.UUID;

/** Finds a record that another one points to; conditions on related records are tested through it. */
@FunctionalInterface
public interface Lookup {

    /** A lookup that finds nothing: every condition on a related record is then false. */
    Lookup NOTHING = new Lookup() {
        @Override
        public <T> Optional<T> find(Class<T> type, UUID id) {
            return Optional.empty();
        }
    };

    /** The record of this class, or of a class below it, with this identity. */
    <T> Optional<T> find(Class<T> type, UUID id);
}
