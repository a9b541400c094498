package org.clientele.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Finds who points to records that are to go and would lose them: a record that others use by now stays. */
final class Needs {

    private static final int AT_ONCE = 500;

    /** How many of those who need a record are called by their names. */
    private static final int NAMED = 3;

    private final Door door;
    private final Records all;

    Needs(Door door) {
        this.door = door;
        this.all = door.consequences();
    }

    /** Who needs records that these writes delete, by the identities of those: sentences. */
    Map<UUID, List<String>> among(List<Write<?>> writes) {
        Map<UUID, Write<?>> byId = new HashMap<>();
        Map<EntityType<?>, List<UUID>> going = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            byId.put(write.record().getId(), write);
            if (write instanceof Write.Delete<?>) {
                going.computeIfAbsent(write.type(), type -> new ArrayList<>())
                        .add(write.record().getId());
            }
        }
        Map<UUID, List<String>> needed = new LinkedHashMap<>();
        going.forEach((type, ids) -> {
            for (Reference<?> reference : all.schema().referencesTo(type)) {
                if (!reference.type().isHistory()) {
                    look(reference, type, ids, byId, needed);
                }
            }
        });
        return needed;
    }

    private <H extends CrmRecord> void look(
            Reference<H> reference,
            EntityType<?> target,
            List<UUID> ids,
            Map<UUID, Write<?>> writes,
            Map<UUID, List<String>> needed) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<UUID> some = new LinkedHashSet<>(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            all.select(reference.type(), Query.of(reference.pointsTo(target, some)))
                    .toList()
                    .forEach(holder -> look(reference, holder, some, writes, needed));
        }
    }

    private <H extends CrmRecord> void look(
            Reference<H> reference,
            H holder,
            Set<UUID> ids,
            Map<UUID, Write<?>> writes,
            Map<UUID, List<String>> needed) {
        Write<?> write = writes.get(holder.getId());
        if (write instanceof Write.Delete<?>) {
            return;
        }
        H then = write == null ? holder : reference.type().recordClass().cast(write.record());
        reference.eachTarget(then, (type, id) -> {
            if (ids.contains(id)) {
                List<String> reasons = needed.computeIfAbsent(id, first -> new ArrayList<>());
                if (reasons.size() < NAMED) {
                    reasons.add("is needed by " + name(holder) + ", which points to it by " + reference.property()
                            + "; delete or re-point that first");
                }
            }
        });
    }

    private <H extends CrmRecord> String name(H holder) {
        EntityType<H> type = all.schema().typeOf(holder);
        return door.find(type, holder.getId())
                .map(seen -> all.schema().nameOf(seen))
                .orElse("a " + type + " that you may not see");
    }
}
