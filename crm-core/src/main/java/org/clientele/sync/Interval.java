package org.clientele.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time by the remote's clock.
 *
 * @param from the first instant; null for all before {@code to}
 * @param to the first instant after it; null for all since {@code from}
 */
public record Interval(@Nullable Instant from, @Nullable Instant to) {

    /** Whether the instant is in it. */
    public boolean contains(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
