package org.clientele.sync;

import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record in a run.
 *
 * @param connector the name of the connector
 * @param externalId what the remote knows it by; null for one that it does not know yet
 * @param record the record here; null when there is none
 * @param reason why it waits, was refused or left; null otherwise
 */
public record SyncOutcome(
        String connector,
        @Nullable String externalId,
        Kind kind,
        @Nullable AnyRef record,
        @Nullable String reason) {

    /** What can become of a record. */
    public enum Kind {
        /** It was made here. */
        ADDED,
        /** It was changed here. */
        UPDATED,
        /** It was deleted here, as it is gone at the remote. */
        DELETED,
        /** There was nothing to do. */
        UNCHANGED,
        /** It points to a record that is not there yet; it is kept and tried again. */
        WAITING,
        /** It can not be taken as it is, or the remote did not take it; it is kept and tried again in the next run. */
        REFUSED,
        /** It was written at the remote. */
        SENT
    }
}
