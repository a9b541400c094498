package org.clientele.sync;

import java.time.Instant;
import java.util.Objects;

/**
 * How a remote stands when it is synchronised for the first time. All times are the remote's.
 *
 * @param mark from where {@link Connector#changes} tells all that changes from now on
 * @param now the time there
 * @param earliest when the oldest record was changed last, or before
 */
public record Beginning(String mark, Instant now, Instant earliest) {

    public Beginning {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(earliest, "earliest");
    }
}
