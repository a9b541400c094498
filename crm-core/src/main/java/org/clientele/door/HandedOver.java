package org.clientele.door;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.model.EntityType;
import org.clientele.value.Counted;

/**
 * What was handed over from one owner to another.
 *
 * @param counts how many records of each type, by their own types; without types of which there was none
 */
public record HandedOver(Map<EntityType<?>, Long> counts) {

    public HandedOver {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** How many records in all. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** "3 accounts, 1 visit". */
    @Override
    public String toString() {
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(entry ->
                                Counted.of(entry.getValue(), entry.getKey().name()))
                        .collect(joining(", "));
    }
}
