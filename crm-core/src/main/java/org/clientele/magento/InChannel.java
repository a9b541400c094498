package org.clientele.magento;

import java.util.Arrays;
import java.util.UUID;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** Makes the texts by which nothing is twice in a channel: a store keeps them unique, also when two imports run at once. */
final class InChannel {

    private InChannel() {}

    /** One text for what a record is known by and its channel; null when it is not known by the first part at all. */
    static @Nullable String key(@Nullable UUID channel, @Nullable String... parts) {
        String first = parts[0];
        if (channel == null || first == null || first.isBlank()) {
            return null;
        }
        return TextForm.join(Arrays.asList(parts)) + channel;
    }
}
