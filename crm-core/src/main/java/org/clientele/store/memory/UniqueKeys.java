package org.clientele.store.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.DuplicateRecordException;

/** Holds that no two records have the same value of a unique property; texts that differ in case alone are the same. */
final class UniqueKeys {

    private final Schema schema;
    private final Function<EntityType<?>, Table> tables;

    UniqueKeys(Schema schema, Function<EntityType<?>, Table> tables) {
        this.schema = schema;
        this.tables = tables;
    }

    /** Checks records that are to be written against each other and against committed ones that are not overwritten. */
    void check(Set<UUID> overwritten, List<CrmRecord> after) {
        Map<Property<?, ?>, Map<Object, UUID>> own = new HashMap<>();
        for (CrmRecord record : after) {
            check(record, overwritten, own);
        }
    }

    private <R extends CrmRecord> void check(
            R record, Set<UUID> overwritten, Map<Property<?, ?>, Map<Object, UUID>> own) {
        EntityType<R> type = schema.typeOf(record);
        for (Property<? super R, ?> property : schema.properties(type, Traits.Unique.class)) {
            Object value = property.get(record);
            if (value != null) {
                Object key = value instanceof String text ? TextFold.fold(text) : value;
                UUID twin = own.computeIfAbsent(property, newProperty -> new HashMap<>())
                        .putIfAbsent(key, record.getId());
                if (twin != null || isTaken(type, property, key, overwritten)) {
                    throw DuplicateRecordException.taken(schema.nameOf(record), property.name(), value);
                }
            }
        }
    }

    private boolean isTaken(EntityType<?> type, Property<?, ?> property, Object key, Set<UUID> overwritten) {
        return !overwritten.containsAll(tables.apply(type).index(property).get(key));
    }
}
