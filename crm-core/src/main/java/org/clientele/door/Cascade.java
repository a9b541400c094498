package org.clientele.door;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Finds all records that must go with one: those that can not be without it, and those that can not be without them. */
final class Cascade {

    private final Records stored;
    private final Map<UUID, Write<?>> going = new LinkedHashMap<>();

    Cascade(Records stored) {
        this.stored = stored;
    }

    /** The deletions, the record's own first. */
    <R extends CrmRecord> List<Write<?>> of(EntityType<R> type, R record) {
        going.put(record.getId(), new Write.Delete<>(type, record));
        Map<EntityType<?>, Set<UUID>> found = Map.of(type, Set.of(record.getId()));
        while (!found.isEmpty()) {
            found = needing(found);
        }
        return List.copyOf(going.values());
    }

    private Map<EntityType<?>, Set<UUID>> needing(Map<EntityType<?>, Set<UUID>> targets) {
        Map<EntityType<?>, Set<UUID>> found = new LinkedHashMap<>();
        targets.forEach((type, ids) -> {
            for (Reference<?> reference : stored.schema().referencesTo(type)) {
                if (Departure.refuses(reference.property())) {
                    add(reference, type, ids, found);
                }
            }
        });
        return found;
    }

    private <H extends CrmRecord> void add(
            Reference<H> reference, EntityType<?> target, Set<UUID> ids, Map<EntityType<?>, Set<UUID>> found) {
        EntityType<H> holder = reference.type();
        stored.select(holder, Query.of(reference.pointsTo(target, ids)))
                .toList()
                .forEach(record -> {
                    EntityType<H> own = stored.schema().typeOf(record);
                    boolean isNew = going.putIfAbsent(record.getId(), new Write.Delete<>(own, record)) == null;
                    if (isNew) {
                        found.computeIfAbsent(own, sameHolder -> new LinkedHashSet<>())
                                .add(record.getId());
                    }
                });
    }
}
