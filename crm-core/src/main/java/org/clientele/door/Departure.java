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
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.model.Violation;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** What a deletion means for the records that point to the one that goes: some refuse it, others let go. */
final class Departure {

    private final Schema schema;
    private final Records stored;
    private final Records seen;
    private final Batch batch;
    private final BiPredicate<EntityType<?>, Reference<?>> settled;
    private final Map<UUID, List<Violation>> refusals = new LinkedHashMap<>();
    private final Map<UUID, Write.Update<?>> releases = new LinkedHashMap<>();

    private Departure(Batch batch, Records stored, Records seen, BiPredicate<EntityType<?>, Reference<?>> settled) {
        this.schema = stored.schema();
        this.stored = stored;
        this.seen = seen;
        this.batch = batch;
        this.settled = settled;
    }

    /**
     * Looks at all deletions of a batch, what goes along included; records that go with them do not count.
     *
     * @param seen the records that a refusal may call by their names
     * @param settled from where nobody will point to them any more by then
     */
    static Departure of(
            Collection<Write<?>> writes,
            Batch batch,
            Records stored,
            Records seen,
            BiPredicate<EntityType<?>, Reference<?>> settled) {
        Departure departure = new Departure(batch, stored, seen, settled);
        Map<EntityType<?>, Set<UUID>> going = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            if (write instanceof Write.Delete<?>) {
                going.computeIfAbsent(write.type(), type -> new LinkedHashSet<>())
                        .add(write.record().getId());
            }
        }
        going.forEach(departure::look);
        return departure;
    }

    /** Why the deletions can not be done. */
    List<Violation> refusals() {
        return refusals.values().stream().flatMap(List::stream).toList();
    }

    /** The same by the identities of those that were to go. */
    Map<UUID, List<Violation>> refusalsById() {
        return refusals;
    }

    /** The updates by which other records let go, to be written first. */
    List<Write<?>> releases() {
        return List.copyOf(releases.values());
    }

    private void look(EntityType<?> type, Set<UUID> ids) {
        for (Reference<?> reference : schema.referencesTo(type)) {
            if (settled.test(type, reference)) {
                continue;
            }
            if (reference.whenTargetGoes() == WhenTargetGoes.REFUSE) {
                refuse(reference, type, ids);
            } else if (reference.whenTargetGoes() == WhenTargetGoes.CLEAR) {
                release(reference, type, ids);
            }
        }
    }

    /** Asks once for all that go, and for each of them only if some record refuses. */
    private void refuse(Reference<?> reference, EntityType<?> type, Set<UUID> ids) {
        if (ids.size() == 1 || new Objection<>(reference, type, ids, stored).isThere(batch)) {
            for (UUID id : ids) {
                new Objection<>(reference, type, Set.of(id), stored)
                        .sentence(batch, seen)
                        .ifPresent(sentence -> refusals.computeIfAbsent(id, first -> new ArrayList<>())
                                .add(new Violation(name(type, id), null, sentence)));
            }
        }
    }

    private String name(EntityType<?> type, UUID id) {
        return seen.find(type, id).map(schema::nameOf).orElseGet(() -> type + " that you may not see");
    }

    private <H extends CrmRecord> void release(Reference<H> reference, EntityType<?> type, Set<UUID> ids) {
        List<H> holders = stored.select(reference.type(), Query.of(reference.pointsTo(type, ids)))
                .toList();
        for (H holder : holders) {
            batch.find(reference.type().recordClass(), holder.getId())
                    .filter(current -> reference.points(current, ids))
                    .ifPresent(current -> release(reference, holder, current, ids));
        }
    }

    private <H extends CrmRecord> void release(Reference<H> reference, H before, H current, Set<UUID> ids) {
        EntityType<H> type = schema.typeOf(before);
        Write.Update<?> former = releases.get(before.getId());
        H after = former == null
                ? type.copy(current)
                : reference.type().recordClass().cast(former.after());
        reference.repoint(after, ids, null);
        releases.put(before.getId(), new Write.Update<>(type, before, after));
    }
}
