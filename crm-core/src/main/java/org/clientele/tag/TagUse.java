package org.clientele.tag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tag, and how many records carry it.
 *
 * @param byType how many of each type, by the type's name and in the order of the names; without types of which there is none
 */
public record TagUse(String tag, Map<String, Long> byType) {

    public TagUse {
        byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    }

    /** How many records in all. */
    public long total() {
        return byType.values().stream().mapToLong(Long::longValue).sum();
    }
}
