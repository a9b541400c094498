package org.clientele.store.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.clientele.model.EntityType;
import org.clientele.store.Fate;
import org.clientele.store.StaleRecordException;

/** The records that one transaction holds: nobody waits for it, but it is refused at its end if others came between. */
final class Held {

    private final Holds holds;
    private final Map<UUID, EntityType<?>> types = new LinkedHashMap<>();
    private final Set<UUID> pointedTo = ConcurrentHashMap.newKeySet();

    Held(Holds holds) {
        this.holds = holds;
    }

    /** To be used under the store's read lock: what ends well before is seen from now on, and what does later tells. */
    void add(EntityType<?> type, Collection<UUID> ids, Fate fate) {
        ids.forEach(id -> types.putIfAbsent(id, type));
        if (fate == Fate.GOES) {
            holds.listen(ids, pointedTo);
        }
    }

    /** Refuses the transaction if a record that it counts on is gone, or one that it deletes may be pointed to. */
    void check(Map<UUID, Pending> pending, Function<EntityType<?>, Table> committed) {
        types.keySet().forEach(id -> {
            Pending own = pending.get(id);
            if (own == null) {
                checkIsThere(id, committed);
            } else if (own.after() == null && pointedTo.contains(id)) {
                throw StaleRecordException.pointedTo(own.name());
            }
        });
    }

    /** Refuses the transaction if it holds the record and somebody else has deleted it. */
    void checkIsThere(UUID id, Function<EntityType<?>, Table> committed) {
        EntityType<?> type = types.get(id);
        if (type != null && committed.apply(type).get(id) == null) {
            throw StaleRecordException.gone(type + " " + id);
        }
    }

    /** Tells all who may delete these records that the transaction has ended well. */
    void tell() {
        holds.tell(types.keySet(), pointedTo);
    }

    /** The transaction is over. */
    void end() {
        holds.forget(types.keySet(), pointedTo);
    }
}
