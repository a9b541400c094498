package org.clientele.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.store.Records;
import org.clientele.store.Write;

/**
 * What records were before they are written, by the store's word and not the caller's: rights are judged by it and history
 * is made of it. A write that builds on another version than the stored one is left for the store to refuse.
 */
final class Truth {

    private final Map<UUID, CrmRecord> stored = new HashMap<>();

    private final Schema schema;

    private Truth(Schema schema) {
        this.schema = schema;
    }

    /** The same writes, from what is stored. */
    static List<Write<?>> of(List<? extends Write<?>> writes, Records records) {
        Map<EntityType<?>, Set<UUID>> ids = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            if (!(write instanceof Write.Insert<?>)) {
                ids.computeIfAbsent(write.type(), type -> new LinkedHashSet<>())
                        .add(write.record().getId());
            }
        }
        Truth truth = new Truth(records.schema());
        ids.forEach((type, some) ->
                records.findAll(type, some).forEach(record -> truth.stored.put(record.getId(), record)));
        List<Write<?>> all = new ArrayList<>(writes.size());
        writes.forEach(write -> all.add(truth.of(write)));
        return all;
    }

    /** An update that the caller makes of the stored state, though perhaps not of all that is in it, is from that state. */
    private static boolean buildsOn(CrmRecord stored, Write<?> write) {
        return Objects.equals(stored.getVersion(), write.record().getVersion())
                || (write instanceof Write.Update<?> update
                        && Objects.equals(stored.getVersion(), update.before().getVersion()));
    }

    /** Whether an update builds on another version than it says that there is: the store will refuse it. */
    static boolean isStale(Write.Update<?> update) {
        return !Objects.equals(update.before().getVersion(), update.after().getVersion());
    }

    /** Folded values are nobody's to change. */
    private <R extends CrmRecord> R withFoldedOf(R known, Write.Update<R> update) {
        List<Property<? super R, ?>> folded = schema.folded(update.type());
        if (folded.isEmpty()) {
            return update.after();
        }
        R after = update.type().copy(update.after());
        folded.forEach(property -> property.copy(known, after));
        return after;
    }

    private <R extends CrmRecord> Write<R> of(Write<R> write) {
        CrmRecord before = stored.get(write.record().getId());
        if (before == null || !buildsOn(before, write)) {
            return write;
        }
        R known = write.type().recordClass().cast(before);
        return write instanceof Write.Update<R> update
                ? new Write.Update<>(update.type(), known, withFoldedOf(known, update))
                : new Write.Delete<>(write.type(), known);
    }
}
