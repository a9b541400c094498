package org.clientele.sync;

import java.util.Map;
import java.util.Optional;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * A record that is to be sent.
 *
 * @param known what the remote knows it by; null when it does not
 * @param here the values that it has here, as far as they are sent
 * @param outgoing null when it can not be sent yet
 * @param obstacle why not
 */
record Parcel<R>(
        AnyRef record,
        @Nullable String known,
        Map<String, @Nullable String> here,
        @Nullable Outgoing<R> outgoing,
        @Nullable String obstacle) {

    /** What the remote knows it by now. */
    Optional<String> externalId(@Nullable Written written) {
        return Optional.ofNullable(written == null ? known : written.externalId());
    }

    /** What both sides had before, and now have of what was sent. */
    Snapshot sent(Snapshot before) {
        here.forEach((property, text) -> before.put(property, text, text));
        return before;
    }
}
