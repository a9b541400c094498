package org.clientele.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one transaction changed. Immutable and thread-safe.
 *
 * @param actor the user who did it; null for the system
 * @param actorName what a person knew the actor by at the time
 * @param reason why: "save", "merge of Acuserv"
 * @param undoes the change set that this one took back; null for almost all
 * @param changes in the order in which they were made
 */
public record ChangeSet(
        UUID id,
        Instant recordedAt,
        @Nullable UUID actor,
        String actorName,
        String reason,
        @Nullable UUID undoes,
        List<Change> changes) {

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    /** The same with other changes. */
    public ChangeSet of(List<Change> others) {
        return new ChangeSet(id, recordedAt, actor, actorName, reason, undoes, others);
    }

    /** What it did to one record. */
    ChangeSet about(UUID record) {
        return of(changes.stream()
                .filter(change -> change.record().id().equals(record))
                .toList());
    }
}
