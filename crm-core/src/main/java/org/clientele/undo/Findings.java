package org.clientele.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.journal.Since;
import org.jspecify.annotations.Nullable;

/** What is found on the way to an undo: what stays as it is, and what is in the way. */
final class Findings {

    private final List<Remark> kept = new ArrayList<>();
    private final Map<UUID, List<String>> blocked = new LinkedHashMap<>();

    /**
     * Something that stays because of a later change.
     *
     * @param property null when it is the record as a whole
     */
    record Remark(
            Reversal<?> about,
            @Nullable String property,
            @Nullable String value,
            Optional<Since.Event> later,
            String reason) {}

    void keep(
            Reversal<?> about,
            @Nullable String property,
            @Nullable String value,
            Optional<Since.Event> later,
            String reason) {
        kept.add(new Remark(about, property, value, later, reason));
    }

    void block(UUID record, String reason) {
        List<String> reasons = blocked.computeIfAbsent(record, first -> new ArrayList<>());
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** What stays because of later changes. */
    List<Remark> kept() {
        return kept;
    }

    /** Why records can not be put back, by their identities. */
    Map<UUID, List<String>> blocked() {
        return blocked;
    }
}
