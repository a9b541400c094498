package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who wants to know what comes to be held, since it may delete it; each by the set that the identities are put into. Thread-safe. */
final class Holds {

    private final Map<UUID, List<Set<UUID>>> listeners = new HashMap<>();

    /** From now on the listener is told of whoever ends well and holds one of these. */
    synchronized void listen(Collection<UUID> ids, Set<UUID> listener) {
        ids.forEach(
                id -> listeners.computeIfAbsent(id, newId -> new ArrayList<>()).add(listener));
    }

    /** Tells all other listeners that a transaction which holds these has ended well. */
    synchronized void tell(Collection<UUID> held, Set<UUID> own) {
        if (!listeners.isEmpty()) {
            for (UUID id : held) {
                for (Set<UUID> listener : listeners.getOrDefault(id, List.of())) {
                    if (listener != own) {
                        listener.add(id);
                    }
                }
            }
        }
    }

    /** The listener's transaction, which held these, is over. */
    synchronized void forget(Collection<UUID> held, Set<UUID> listener) {
        if (!listeners.isEmpty()) {
            for (UUID id : held) {
                listeners.computeIfPresent(id, (sameId, some) -> {
                    some.removeIf(other -> other == listener);
                    return some.isEmpty() ? null : some;
                });
            }
        }
    }
}
