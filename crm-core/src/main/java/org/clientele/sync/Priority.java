package org.clientele.sync;

/** Which side a property is taken from when both have changed it (OroCRM documentation, Integrations: sync priority). */
public enum Priority {
    /** The remote's value wins. */
    REMOTE,
    /** The value here wins, and is sent where the connector writes. */
    LOCAL
}
