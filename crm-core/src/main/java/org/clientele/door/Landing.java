package org.clientele.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.journal.Redirects;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Lets a reference that still names a merged record land on the one that stands for it. */
final class Landing {

    private final Records stored;
    private final Schema schema;
    private final Batch batch;

    Landing(Records stored, Batch batch) {
        this.stored = stored;
        this.schema = stored.schema();
        this.batch = batch;
    }

    /** The same writes, with such references turned; asks only if something is named that is not there. */
    List<Write<?>> of(List<? extends Write<?>> writes) {
        Set<UUID> lost = new LinkedHashSet<>();
        writes.forEach(write -> addLost(write, lost));
        writes.forEach(write -> lost.remove(write.record().getId()));
        Map<UUID, UUID> survivors = lost.isEmpty() ? Map.of() : new Redirects(stored).survivors(lost);
        if (survivors.isEmpty()) {
            return List.copyOf(writes);
        }
        List<Write<?>> landed = new ArrayList<>();
        writes.forEach(write -> landed.add(landed(write, survivors)));
        return landed;
    }

    private <R extends CrmRecord> void addLost(Write<R> write, Set<UUID> lost) {
        for (Reference<R> reference : schema.references(write.type())) {
            if (write.changes(reference.property())) {
                reference.eachTarget(write.record(), (type, id) -> {
                    if (!batch.isThere(id)) {
                        lost.add(id);
                    }
                });
            }
        }
    }

    private <R extends CrmRecord> Write<R> landed(Write<R> write, Map<UUID, UUID> survivors) {
        EntityType<R> type = write.type();
        R after = type.copy(write.record());
        for (Reference<R> reference : schema.references(type)) {
            if (write.changes(reference.property())) {
                turn(reference, after, survivors);
            }
        }
        return write instanceof Write.Update<R> update
                ? new Write.Update<>(type, update.before(), after)
                : write instanceof Write.Insert<R> ? new Write.Insert<>(type, after) : write;
    }

    private static <R extends CrmRecord> void turn(Reference<R> reference, R after, Map<UUID, UUID> survivors) {
        Map<UUID, UUID> turned = new HashMap<>();
        reference.eachTarget(after, (named, id) -> {
            if (survivors.containsKey(id)) {
                turned.put(id, survivors.get(id));
            }
        });
        turned.forEach((from, to) -> reference.repoint(after, new HashSet<>(Set.of(from)), to));
    }
}
