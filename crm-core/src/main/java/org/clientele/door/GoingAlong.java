package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** The records that are nothing without one that a batch deletes, and go along with it; what goes along with them, too. */
final class GoingAlong {

    private final Records stored;
    private final Batch batch;
    private final BiPredicate<EntityType<?>, Reference<?>> settled;
    private final Map<UUID, Write<?>> deletions = new LinkedHashMap<>();

    /**
     * Looks at all deletions of the batch, and adds to it what goes along.
     *
     * @param settled from where nobody will point to what goes any more by then
     * @param ahead is told of what goes, before it is asked what points to it
     */
    GoingAlong(
            Collection<Write<?>> writes,
            Batch batch,
            Records stored,
            BiPredicate<EntityType<?>, Reference<?>> settled,
            Consumer<Map<EntityType<?>, Set<UUID>>> ahead) {
        this.settled = settled;
        this.stored = stored;
        this.batch = batch;
        Map<EntityType<?>, Set<UUID>> going = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            if (write instanceof Write.Delete<?>) {
                add(write.type(), write.record().getId(), going);
            }
        }
        while (!going.isEmpty()) {
            ahead.accept(going);
            going = following(going);
        }
    }

    /** These writes after the deletions of what goes along, which must not be changed any more. */
    List<Write<?>> before(Collection<Write<?>> writes) {
        List<Write<?>> all = new ArrayList<>(deletions.values());
        all.addAll(outOf(writes));
        return all;
    }

    /** These writes without changes of what goes along. */
    List<Write<?>> outOf(Collection<Write<?>> writes) {
        List<Write<?>> others = new ArrayList<>(writes);
        others.removeIf(write -> deletions.containsKey(write.record().getId()));
        return others;
    }

    private Map<EntityType<?>, Set<UUID>> following(Map<EntityType<?>, Set<UUID>> going) {
        Map<EntityType<?>, Set<UUID>> found = new LinkedHashMap<>();
        going.forEach((type, ids) -> {
            for (Reference<?> reference : stored.schema().referencesTo(type)) {
                if (reference.whenTargetGoes() == WhenTargetGoes.GO_ALONG && !settled.test(type, reference)) {
                    follow(reference, type, ids, found);
                }
            }
        });
        return found;
    }

    private <H extends CrmRecord> void follow(
            Reference<H> reference, EntityType<?> target, Set<UUID> ids, Map<EntityType<?>, Set<UUID>> found) {
        List<H> holders = stored.select(reference.type(), Query.of(reference.pointsTo(target, ids)))
                .toList();
        for (H holder : holders) {
            boolean stillPoints = batch.find(reference.type().recordClass(), holder.getId())
                    .filter(current -> reference.points(current, ids))
                    .isPresent();
            if (stillPoints) {
                EntityType<H> type = stored.schema().typeOf(holder);
                Write<H> deletion = new Write.Delete<>(type, holder);
                deletions.put(holder.getId(), deletion);
                batch.add(deletion);
                add(type, holder.getId(), found);
            }
        }
    }

    private static void add(EntityType<?> type, UUID id, Map<EntityType<?>, Set<UUID>> to) {
        to.computeIfAbsent(type, newType -> new LinkedHashSet<>()).add(id);
    }
}
