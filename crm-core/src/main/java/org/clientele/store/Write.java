package org.clientele.store;

import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

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
