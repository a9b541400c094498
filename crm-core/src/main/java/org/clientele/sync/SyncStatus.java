package org.clientele.sync;

/** How the run of a connector ended. */
public enum SyncStatus {
    /** It came to its end; some records may wait or be refused. */
    COMPLETED,
    /** The remote did not answer, or the connector failed; it goes on from where it was in the next run. */
    FAILED,
    /** It was paused; likewise. */
    PAUSED,
    /** What it belongs to, such as a channel, is not active. */
    INACTIVE
}
