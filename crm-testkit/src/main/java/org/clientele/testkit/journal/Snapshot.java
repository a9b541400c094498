package org.clientele.testkit.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.Session;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was there at one time, but for what follows from other records.
 *
 * @param values by type and identity what each record said
 */
record Snapshot(Instant taken, Map<EntityType<?>, Map<UUID, Map<String, @Nullable Object>>> values) {

    /** What is there now, since the newest of the change sets. */
    static Snapshot take(Session system, Schema schema) {
        Map<EntityType<?>, Map<UUID, Map<String, @Nullable Object>>> values = new LinkedHashMap<>();
        for (EntityType<?> type : schema.types()) {
            if (!type.isAbstract() && type != JournalEntry.TYPE) {
                values.put(type, byId(system.select(type).list(), schema));
            }
        }
        return new Snapshot(system.history().latest(1).get(0).recordedAt(), values);
    }

    /** What the records of a type said. */
    Map<UUID, Map<String, @Nullable Object>> of(EntityType<?> type) {
        return values.getOrDefault(type, Map.of());
    }

    static <R extends CrmRecord> Map<UUID, Map<String, @Nullable Object>> byId(List<R> records, Schema schema) {
        Map<UUID, Map<String, @Nullable Object>> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.put(record.getId(), values(record, schema)));
        return byId;
    }

    private static <R extends CrmRecord> Map<String, @Nullable Object> values(R record, Schema schema) {
        EntityType<R> type = schema.typeOf(record);
        List<Property<? super R, ?>> told = new ArrayList<>(schema.properties(type));
        told.removeAll(schema.folded(type));
        told.add(CrmRecord.CREATED_AT);
        told.add(CrmRecord.UPDATED_AT);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        told.forEach(property -> values.put(property.name(), property.get(record)));
        return values;
    }
}
