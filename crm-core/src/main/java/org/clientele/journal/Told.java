package org.clientele.journal;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a change set with those of its changes that were asked for.
 *
 * @param entry the entry as it is stored
 * @param changes in the order in which they were made; never empty
 */
public record Told(JournalEntry entry, List<Change> changes) {

    public Told {
        changes = List.copyOf(changes);
    }

    /** When the transaction began that made the entry. */
    Instant recordedAt() {
        return entry.changeSet(List.of()).recordedAt();
    }
}
