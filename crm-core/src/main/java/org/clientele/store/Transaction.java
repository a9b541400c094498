package org.clientele.store;

import java.util.UUID;

/**
 * The records within one transaction as an actor may use them: reads show what the actor may view, writes pass the one
 * door and become one change set. Engines work on it; it belongs to one thread and ends with the transaction.
 */
public interface Transaction extends Records {

    /** The identity of the change set that the writes become. */
    UUID changeSet();
}
