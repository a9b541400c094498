package org.clientele.store.memory;

import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A write that waits for the end of its transaction.
 *
 * @param record the record as it is to be, or as it was when it goes
 * @param base the version that was committed when the transaction first wrote the record; null when there was none
 */
record Pending(
        EntityType<?> type,
        CrmRecord record,
        boolean goes,
        @Nullable Long base) {

    /** The record as it is to be; null when it goes. */
    @Nullable
    CrmRecord after() {
        return goes ? null : record;
    }

    /** What a person calls the record. */
    String name() {
        return name(type);
    }

    private <R extends CrmRecord> String name(EntityType<R> own) {
        return own + " " + own.nameOf(own.recordClass().cast(record));
    }

    /** Whether the record appears with this transaction. */
    boolean isNew() {
        return base == null && !goes;
    }

    Pending as(CrmRecord newAfter) {
        return new Pending(type, newAfter, false, base);
    }
}
