package org.clientele.store.memory;

import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * A write that waits for the end of its transaction.
 *
 * @param after the record as it is to be; null when it goes
 * @param base the version that was committed when the transaction first wrote the record; null when there was none
 */
record Pending(
        EntityType<?> type,
        @Nullable CrmRecord after,
        @Nullable Long base,
        String name) {

    /** Whether the record appears with this transaction. */
    boolean isNew() {
        return base == null && after != null;
    }

    Pending as(CrmRecord newAfter) {
        return new Pending(type, newAfter, base, name);
    }
}
