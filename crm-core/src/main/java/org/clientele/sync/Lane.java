package org.clientele.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.clientele.value.TextForm;

/** One connector of one connection, by its names; from these follow the identities of all that is noted about it. */
record Lane(String connection, String connector) {

    private static UUID identity(String... names) {
        return UUID.nameUUIDFromBytes(TextForm.join(List.of(names)).getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return identity(connection, connector);
    }

    /** The identity of the link of a remote record: that there is one only needs no looking for. */
    UUID link(String externalId) {
        return identity(connection, connector, externalId);
    }
}
