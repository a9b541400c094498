package org.clientele.store.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.model.CrmRecord;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * The committed records of one type and all that extend it. Read under the store's read lock, changed under its write
 * lock; a record that is in here is never changed, only replaced.
 */
final class Table {

    private final Map<UUID, CrmRecord> records = new LinkedHashMap<>();
    private final Map<Object, Index> indexes = new ConcurrentHashMap<>();

    @Nullable
    CrmRecord get(UUID id) {
        return records.get(id);
    }

    Collection<CrmRecord> all() {
        return records.values();
    }

    int size() {
        return records.size();
    }

    private record Inside(ItemsProperty<?, ?> items, Property<?, ?> property) {}

    /** The index of a property, made when it is first asked for. */
    Index index(Property<?, ?> property) {
        return indexes.computeIfAbsent(property, first -> filled(Index.of(property)));
    }

    /** The index of a property of items, likewise. */
    Index index(ItemsProperty<?, ?> items, Property<?, ?> property) {
        return indexes.computeIfAbsent(new Inside(items, property), first -> filled(Index.of(items, property)));
    }

    private Index filled(Index index) {
        records.values().forEach(index::add);
        return index;
    }

    void put(CrmRecord record) {
        CrmRecord former = records.put(record.getId(), record);
        for (Index index : indexes.values()) {
            if (former != null) {
                index.remove(former);
            }
            index.add(record);
        }
    }

    void remove(UUID id) {
        CrmRecord former = records.remove(id);
        if (former != null) {
            indexes.values().forEach(index -> index.remove(former));
        }
    }
}
