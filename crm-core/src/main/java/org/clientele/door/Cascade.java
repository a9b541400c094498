package org.clientele.door;

import java.util.HashSet;
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
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Records;
import org.clientele.store.Write;

/**
 * Finds all records that must be deleted with one: those that can not be without it, and those that can not be without
 * them. It stops at ownership: who owns records does not take them along, and is refused.
 */
final class Cascade {

    private final Records stored;
    private final Map<UUID, Write<?>> going = new LinkedHashMap<>();
    private final Set<UUID> goingAlong = new HashSet<>();

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
                if (reference.whenTargetGoes() != WhenTargetGoes.CLEAR && !reference.isOwnership()) {
                    add(reference, type, ids, found);
                }
            }
        });
        return found;
    }

    private <H extends CrmRecord> void add(
            Reference<H> reference, EntityType<?> target, Set<UUID> ids, Map<EntityType<?>, Set<UUID>> found) {
        boolean asked = reference.whenTargetGoes() == WhenTargetGoes.REFUSE;
        stored.select(reference.type(), Query.of(reference.pointsTo(target, ids)))
                .toList()
                .forEach(record -> {
                    EntityType<H> own = stored.schema().typeOf(record);
                    if (asked ? goes(own, record) : goingAlong.add(record.getId())) {
                        found.computeIfAbsent(own, sameHolder -> new LinkedHashSet<>())
                                .add(record.getId());
                    }
                });
    }

    private <H extends CrmRecord> boolean goes(EntityType<H> type, H record) {
        return going.putIfAbsent(record.getId(), new Write.Delete<>(type, record)) == null;
    }
}
