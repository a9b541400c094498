package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.ItemType;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Writes the items of records. Items are immutable, so that records share them; EclipseLink writes an instance once in a
 * transaction, wherever else it stands, so each record gets instances of its own. It also moves the rows of a list one by one
 * and takes alike ones for the same: such a list is emptied first and filled afterwards, and then looked at.
 */
final class ItemWrites {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Loader loader;
    private final List<Refill<?, ?>> refills = new ArrayList<>();

    ItemWrites(EntityManager entityManager, Schema schema, Loader loader) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.loader = loader;
    }

    /** A list that is empty for now, and what it is to hold. */
    private record Refill<R extends CrmRecord, I>(R record, ItemsProperty<R, I> items, List<I> values) {
        void fill() {
            items.set(record, values);
        }
    }

    /** Makes the items of a record that is new its own. */
    <R extends CrmRecord> void own(EntityType<R> type, R record) {
        for (Property<? super R, ?> property : type.properties()) {
            ItemsProperty<R, Object> items = items(property);
            if (items != null) {
                items.set(record, anew(items, record));
            }
        }
    }

    /**
     * Gives a managed record the items that it is to have after those that it had before; false if the property holds no
     * items.
     */
    <R extends CrmRecord> boolean change(Property<? super R, ?> property, R before, R after, R managed) {
        ItemsProperty<R, Object> items = items(property);
        if (items == null) {
            return false;
        }
        List<Object> values = anew(items, after);
        if (canBeChanged(items.items(), list(items, before), values)) {
            items.set(managed, values);
        } else {
            items.set(managed, List.of());
            refills.add(new Refill<>(managed, items, values));
        }
        return true;
    }

    @SuppressWarnings("unchecked") // the property is the record's
    private static <R> @Nullable ItemsProperty<R, Object> items(Property<? super R, ?> property) {
        return property instanceof ItemsProperty<?, ?> ? (ItemsProperty<R, Object>) property : null;
    }

    private static <R, I> List<I> list(ItemsProperty<R, I> items, R record) {
        List<I> list = items.get(record);
        return list == null ? List.of() : list;
    }

    private static <R, I> List<I> anew(ItemsProperty<R, I> items, R record) {
        Property<I, ?> any = items.items().properties().get(0);
        return list(items, record).stream()
                .map(item -> anew(items.items(), any, item))
                .toList();
    }

    private static <I, V> I anew(ItemType<I> type, Property<I, V> any, I item) {
        return type.with(item, any, any.get(item));
    }

    /** Whether no row moves over another and all can be told apart. */
    private static <I> boolean canBeChanged(ItemType<I> type, List<I> before, List<I> after) {
        List<List<@Nullable Object>> old = values(type, before);
        List<List<@Nullable Object>> now = values(type, after);
        return areDistinct(old) && areDistinct(now) && common(old, now).equals(common(now, old));
    }

    private static <I> List<List<@Nullable Object>> values(ItemType<I> type, List<I> items) {
        return items.stream().map(type::values).toList();
    }

    private static boolean areDistinct(List<?> values) {
        return new HashSet<>(values).size() == values.size();
    }

    private static <T> List<T> common(List<T> values, List<T> others) {
        return values.stream().filter(new HashSet<>(others)::contains).toList();
    }

    /** Fills what was emptied; the rest has been flushed. */
    void finish() {
        if (!refills.isEmpty()) {
            refills.forEach(Refill::fill);
            entityManager.flush();
            refills.forEach(this::check);
        }
    }

    private <R extends CrmRecord, I> void check(Refill<R, I> refill) {
        ItemType<I> type = refill.items.items();
        UUID id = refill.record.getId();
        if (!areDistinct(values(type, refill.values))) {
            List<I> kept = loader.items(schema.typeOf(refill.record), refill.items, List.of(id))
                    .getOrDefault(id, List.of());
            if (!Objects.equals(values(type, kept), values(type, refill.values))) {
                throw new IllegalStateException(schema.nameOf(refill.record) + ": of " + refill.items.label()
                        + " that are alike the persistence provider keeps one only; make them differ, or use another"
                        + " provider");
            }
        }
    }
}
