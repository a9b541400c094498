package org.clientele.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clientele.door.Door;

/**
 * What a transition knows while it is performed. For one thread, within one transaction.
 *
 * @param record the record as it is to be so far; an action changes it
 * @param before the record as it was
 * @param now the time of the transition
 * @param door reads and plans as the actor who performs it
 */
public record Occasion<R>(R record, R before, Instant now, Door door) {

    /** The day of the transition, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
