package org.clientele.criteria;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the records around one: those that it points to and those that point to it. Conditions on them are tested by it. */
public interface Lookup {

    /** A lookup that finds nothing: every condition on a related or a referring record is then false. */
    Lookup NOTHING = new Lookup() {
        @Override
        public <T> Optional<T> find(Class<T> type, UUID id) {
            return Optional.empty();
        }

        @Override
        public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
            return List.of();
        }
    };

    /** The record of this class, or of a class below it, with this identity. */
    <T> Optional<T> find(Class<T> type, UUID id);

    /**
     * The records of this class, or of a class below it, that point to a record by that attribute; none when it is no
     * record that can be pointed to.
     *
     * @param by a reference, a set of references or a reference to anything; IllegalArgumentException for another one
     */
    <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record);
}
