package org.clientele.tag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of tags.
 *
 * @param receipt the identity of the change set, by which it can be taken back; empty when nothing was written
 * @param byType how many records of each type were changed, by the type's name and in the order of the names; without types
 *     of which there is none
 */
public record TagChange(Optional<UUID> receipt, Map<String, Long> byType) {

    public TagChange {
        byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    }

    /** How many records were changed in all. */
    public long total() {
        return byType.values().stream().mapToLong(Long::longValue).sum();
    }
}
