package org.clientele.sync;

import java.util.Objects;

/**
 * What became of a record that was written at a remote.
 *
 * @param externalId what the remote knows it by
 * @param revision which state of it that is; 0 where states have no numbers
 */
public record Written(String externalId, long revision) {

    public Written {
        Objects.requireNonNull(externalId, "externalId is null; give what the remote knows the record by");
    }
}
