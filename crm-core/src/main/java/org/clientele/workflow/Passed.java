package org.clientele.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One move of a record in a workflow, as the journal tells it. Immutable.
 *
 * @param from the name of the step before; null when it began
 * @param to the name of the step after
 * @param transition the name of the transition; null when it came there otherwise: as new, by an activation, a merge or an undo
 * @param reason why the change set was made: "close won", "save", "undo"
 */
public record Passed(
        String workflow,
        @Nullable String from,
        String to,
        @Nullable String transition,
        Instant at,
        @Nullable UUID actor,
        String actorName,
        String reason,
        UUID changeSet) {}
