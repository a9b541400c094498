package org.clientele.door;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** An order of records in which those that others point to come before them, unless they point in a circle. */
final class PointedToFirst {

    private final Map<UUID, List<UUID>> targets = new LinkedHashMap<>();

    /** Adds a record: its identity, and the references by which it points. */
    void add(List<@Nullable Object> row) {
        List<UUID> pointedTo = new ArrayList<>(row.size() - 1);
        for (Object cell : row.subList(1, row.size())) {
            if (cell instanceof Ref<?> ref) {
                pointedTo.add(ref.id());
            }
        }
        targets.put((UUID) row.get(0), pointedTo);
    }

    /** The identities of all records added, each once. */
    List<UUID> ids() {
        List<UUID> ordered = new ArrayList<>(targets.size());
        Set<UUID> met = new HashSet<>();
        Deque<UUID> path = new ArrayDeque<>();
        for (UUID start : targets.keySet()) {
            if (met.add(start)) {
                path.push(start);
            }
            while (!path.isEmpty()) {
                UUID next = unmet(path.element(), met);
                if (next == null) {
                    ordered.add(path.pop());
                } else {
                    path.push(next);
                }
            }
        }
        return ordered;
    }

    private @Nullable UUID unmet(UUID id, Set<UUID> met) {
        for (UUID target : targets.getOrDefault(id, List.of())) {
            if (targets.containsKey(target) && met.add(target)) {
                return target;
            }
        }
        return null;
    }
}
