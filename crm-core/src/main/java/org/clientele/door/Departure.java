package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** What a deletion means for the records that point to the one that goes: some refuse it, the others let go. */
final class Departure {

    private final Schema schema;
    private final Records stored;
    private final Function<CrmRecord, String> namer;
    private final List<Violation> refusals = new ArrayList<>();
    private final Map<UUID, Write.Update<?>> releases = new LinkedHashMap<>();
    private final Map<UUID, String> names = new HashMap<>();

    private Departure(Records stored, Function<CrmRecord, String> namer) {
        this.schema = stored.schema();
        this.stored = stored;
        this.namer = namer;
    }

    /**
     * Looks at all deletions of a batch; records that go with them do not count.
     *
     * @param namer what to call a record that refuses
     */
    static Departure of(Collection<Write<?>> writes, Batch batch, Records stored, Function<CrmRecord, String> namer) {
        Departure departure = new Departure(stored, namer);
        Map<EntityType<?>, Set<UUID>> going = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            if (write instanceof Write.Delete<?>) {
                UUID id = write.record().getId();
                going.computeIfAbsent(write.type(), type -> new LinkedHashSet<>())
                        .add(id);
                departure.names.put(id, namer.apply(write.record()));
            }
        }
        going.forEach((type, ids) -> departure.look(type, ids, batch));
        return departure;
    }

    /** Why the deletions can not be done. */
    List<Violation> refusals() {
        return refusals;
    }

    /** The updates by which other records let go, to be written first. */
    List<Write<?>> releases() {
        return List.copyOf(releases.values());
    }

    private void look(EntityType<?> type, Set<UUID> ids, Batch batch) {
        for (Reference<?> reference : schema.referencesTo(type)) {
            look(reference, type, ids, batch);
        }
    }

    private <H extends CrmRecord> void look(Reference<H> reference, EntityType<?> type, Set<UUID> ids, Batch batch) {
        Query<H> pointing = Query.of(reference.pointsTo(type, ids));
        List<H> holders = stored.select(reference.type(), pointing)
                .filter(holder -> !batch.deletes(holder.getId()))
                .toList();
        for (H holder : holders) {
            H current =
                    batch.find(reference.type().recordClass(), holder.getId()).orElse(holder);
            if (!reference.points(current, ids)) {
                continue;
            }
            if (refuses(reference.property())) {
                refusals.add(new Violation(
                        nameOf(reference, holder, type, ids),
                        null,
                        "can not be deleted while " + namer.apply(holder) + " points to it by " + reference.property()
                                + "; delete or re-point that first, or delete cascading"));
            } else {
                release(reference, holder, current, ids);
            }
        }
    }

    private <H extends CrmRecord> String nameOf(Reference<H> reference, H holder, EntityType<?> type, Set<UUID> ids) {
        return ids.stream()
                .filter(id -> reference.points(holder, Set.of(id)))
                .findFirst()
                .map(names::get)
                .orElseGet(type::name);
    }

    static boolean refuses(Property<?, ?> property) {
        return property.trait(WhenTargetGoes.class)
                .map(rule -> rule == WhenTargetGoes.REFUSE)
                .orElse(property.has(Traits.Required.class));
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
