package org.clientele.testkit.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.journal.JournalEntry;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * All records of a CRM but its history, as plain maps: each record's values by the names of its properties. There is no
 * value where there is nothing.
 */
record Snapshot(Map<UUID, Row> rows) {

    /** One record. */
    record Row(EntityType<?> type, Map<String, Object> values) {

        @Nullable
        Object get(Property<?, ?> property) {
            return values.get(property.name());
        }
    }

    static Snapshot of(Crm crm) {
        Map<UUID, Row> rows = new TreeMap<>();
        for (EntityType<?> type : crm.schema().types()) {
            if (!type.isAbstract() && type != JournalEntry.TYPE) {
                crm.asSystem().select(type).list().forEach(record -> rows.put(record.getId(), row(crm, record)));
            }
        }
        return new Snapshot(rows);
    }

    private static <R extends CrmRecord> Row row(Crm crm, R record) {
        EntityType<R> type = crm.schema().typeOf(record);
        Map<String, Object> values = new TreeMap<>();
        values.put("version", Objects.requireNonNull(record.getVersion()));
        crm.schema().properties(type).forEach(property -> put(property, record, values));
        return new Row(type, values);
    }

    private static <R, V> void put(Property<R, V> property, R record, Map<String, Object> values) {
        V value = property.get(record);
        if (value != null && !property.lacks(value)) {
            values.put(property.name(), value instanceof Set<?> set ? new TreeSet<>(set) : value);
        }
    }

    Row get(UUID id) {
        return Objects.requireNonNull(rows.get(id), id.toString());
    }

    /** The records that another snapshot has not. */
    Set<UUID> notIn(Snapshot other) {
        Set<UUID> ids = new TreeSet<>(rows.keySet());
        ids.removeAll(other.rows.keySet());
        return ids;
    }

    /** The names of the properties in which a record is otherwise in another snapshot. */
    List<String> differing(Snapshot other, UUID id) {
        Set<String> names = new TreeSet<>(get(id).values().keySet());
        names.addAll(other.get(id).values().keySet());
        List<String> differing = new ArrayList<>(names);
        differing.removeIf(name -> Objects.equals(
                get(id).values().get(name), other.get(id).values().get(name)));
        return differing;
    }
}
