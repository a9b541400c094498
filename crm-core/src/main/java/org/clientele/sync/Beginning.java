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
        Objects.requireNonNull(mark, "mark is null; give the remote's word for how it stands now");
        Objects.requireNonNull(now, "now is null; give the time at the remote");
        Objects.requireNonNull(earliest, "earliest is null; give a time before the first change");
    }
}
