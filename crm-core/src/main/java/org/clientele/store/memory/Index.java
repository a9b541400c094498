package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.criteria.Relation;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.IdProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;

/** From values to the identities of the records that have them; texts are folded. */
final class Index {

    private final Function<CrmRecord, List<Object>> keys;
    private final Map<Object, Set<UUID>> ids = new HashMap<>();

    private Index(Function<CrmRecord, List<Object>> keys) {
        this.keys = keys;
    }

    /** Of the values that records have of a property. */
    static Index of(Property<?, ?> property) {
        return new Index(record -> keys(property, record));
    }

    /** Of the values that items of records have of a property. */
    static Index of(ItemsProperty<?, ?> items, Property<?, ?> property) {
        return new Index(record -> keys(items, property, record));
    }

    /** Whether it is worth keeping an index: references always, texts where the property says so. */
    static boolean covers(Property<?, ?> property) {
        return property instanceof Relation<?, ?, ?>
                || property instanceof AnyReferenceProperty<?>
                || property instanceof IdProperty<?>
                || (property instanceof TextProperty<?>
                        && (property.has(Traits.Indexed.class)
                                || property.has(Traits.Unique.class)
                                || property.has(Traits.Identity.class)));
    }

    Set<UUID> get(Object key) {
        return ids.getOrDefault(key, Set.of());
    }

    void add(CrmRecord record) {
        for (Object key : keys.apply(record)) {
            ids.computeIfAbsent(key, newKey -> new LinkedHashSet<>(2)).add(record.getId());
        }
    }

    void remove(CrmRecord record) {
        for (Object key : keys.apply(record)) {
            ids.computeIfPresent(key, (sameKey, holders) -> {
                holders.remove(record.getId());
                return holders.isEmpty() ? null : holders;
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> keys(Property<?, ?> property, CrmRecord record) {
        Property<CrmRecord, ?> own = (Property<CrmRecord, ?>) property;
        try {
            if (own instanceof Relation<?, ?, ?>) {
                List<Object> targets = new ArrayList<>(1);
                ((Relation<CrmRecord, ?, ?>) own).anyTarget(record, id -> !targets.add(id));
                return targets;
            }
            return key(own, record);
        } catch (ClassCastException otherType) {
            return List.of(); // a record of a type beside the one that has the property
        }
    }

    @SuppressWarnings("unchecked") // the property is one of the items
    private static <I> List<Object> keys(ItemsProperty<?, I> items, Property<?, ?> property, CrmRecord record) {
        try {
            List<I> own = ((ItemsProperty<CrmRecord, I>) items).get(record);
            return own == null
                    ? List.of()
                    : own.stream()
                            .flatMap(item -> key((Property<I, ?>) property, item).stream())
                            .distinct()
                            .toList();
        } catch (ClassCastException otherType) {
            return List.of();
        }
    }

    private static <R> List<Object> key(Property<R, ?> property, R holder) {
        Object value = property.get(holder);
        return value == null ? List.of() : List.of(value instanceof String text ? TextFold.fold(text) : value);
    }
}
