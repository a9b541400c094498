package org.clientele.store;

import java.util.Objects;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;

/**
 * One write: what a record was and what it is to be.
 *
 * @param <R> the type written
 */
public sealed interface Write<R extends CrmRecord> {

    /** The type of the record itself, never one that it extends. */
    EntityType<R> type();

    /** The record that the write is about: as it is to be, or as it was when it is deleted. */
    R record();

    /** Whether it gives the property another value than it has; an insertion gives every one, a deletion none. */
    default boolean changes(Property<? super R, ?> property) {
        if (this instanceof Update<R> update) {
            return !Objects.equals(property.get(update.before()), property.get(update.after()));
        }
        return this instanceof Insert<R>;
    }

    /**
     * A record appears, or comes back: then it has the version that it was deleted with, and is stored with the next one, so
     * that whoever builds on the former record is refused.
     */
    record Insert<R extends CrmRecord>(EntityType<R> type, R after) implements Write<R> {
        @Override
        public R record() {
            return after;
        }
    }

    /** A record changes. Its version says which state the change builds on. */
    record Update<R extends CrmRecord>(EntityType<R> type, R before, R after) implements Write<R> {
        @Override
        public R record() {
            return after;
        }
    }

    /** A record goes. */
    record Delete<R extends CrmRecord>(EntityType<R> type, R before) implements Write<R> {
        @Override
        public R record() {
            return before;
        }
    }
}
