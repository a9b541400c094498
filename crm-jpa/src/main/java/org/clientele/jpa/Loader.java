package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Makes records out of the values that are stored: one query for the columns of a chunk, one for each collection, one for
 * the custom values. The columns, and with them the version, come first: a change between two of the queries makes the
 * record stale, never wrong.
 */
final class Loader {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;

    Loader(EntityManager entityManager, Schema schema, Mapping mapping) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
    }

    /** The records of this very type with these identities; what is not there is left out. */
    <R extends CrmRecord> Map<UUID, R> load(EntityType<R> type, Collection<UUID> ids) {
        Map<UUID, R> records = columns(type, ids);
        complete(type, records);
        return records;
    }

    /** Reads the collections and the custom values of records of this very type. */
    <R extends CrmRecord> void complete(EntityType<R> type, Map<UUID, R> records) {
        if (!records.isEmpty()) {
            for (Property<? super R, ?> property : type.properties()) {
                if (property instanceof CollectionProperty<?, ?, ?>) {
                    fill(type, property, records);
                }
            }
            customValues(type, records.keySet()).forEach((id, values) -> put(values, records.get(id)));
        }
    }

    private <R extends CrmRecord> Map<UUID, R> columns(EntityType<R> type, Collection<UUID> ids) {
        Columns<R> columns = mapping.columns(type);
        Statement statement = new Statement();
        String jpql = "select " + columns.selected() + " from " + mapping.entity(type.recordClass()) + " e where "
                + statement.in("e.id", ids);
        return records(columns, statement.query(entityManager, jpql, Object[].class));
    }

    /** The records of this very type that a query finds, which selects their columns; in its order. */
    <R extends CrmRecord> List<R> load(EntityType<R> type, TypedQuery<Object[]> query) {
        Map<UUID, R> records = records(mapping.columns(type), query);
        complete(type, records);
        return List.copyOf(records.values());
    }

    private static <R extends CrmRecord> Map<UUID, R> records(Columns<R> columns, TypedQuery<Object[]> query) {
        Map<UUID, R> records = new LinkedHashMap<>();
        for (Object[] row : query.getResultList()) {
            R record = columns.record(row);
            records.put(record.getId(), record);
        }
        return records;
    }

    private <R, V> void fill(EntityType<?> type, Property<R, V> property, Map<UUID, ? extends R> records) {
        Elements<?> elements = property instanceof ItemsProperty<?, ?> items
                ? new Elements.Items<>(items.items(), "c")
                : new Elements.Plain("c");
        Map<UUID, ? extends List<?>> lists = elements(type, property, elements, records.keySet());
        records.forEach((id, record) -> {
            List<?> own = lists.get(id);
            property.set(record, collect(property, own == null ? List.of() : List.copyOf(own)));
        });
    }

    /** The items of records of this very type; those of records that have none are left out. */
    <I> Map<UUID, List<I>> items(EntityType<?> type, ItemsProperty<?, I> items, Collection<UUID> ids) {
        return elements(type, items, new Elements.Items<>(items.items(), "c"), ids);
    }

    private <E> Map<UUID, List<E>> elements(
            EntityType<?> type, Property<?, ?> property, Elements<E> elements, Collection<UUID> ids) {
        Statement statement = new Statement();
        String jpql = "select e.id, " + elements.columns() + " from " + mapping.entity(type.recordClass())
                + " e join e." + property + " c where " + statement.in("e.id", ids) + elements.order();
        Map<UUID, List<E>> lists = new LinkedHashMap<>();
        for (Object[] row : statement.query(entityManager, jpql, Object[].class).getResultList()) {
            lists.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add(elements.element(row, 1));
        }
        return lists;
    }

    /** A collection of stored elements. */
    @SuppressWarnings("unchecked")
    private static <V> V collect(Property<?, V> property, List<?> elements) {
        List<Object> own = property instanceof ReferenceSetProperty<?, ?>
                ? elements.stream().<Object>map(id -> new Ref<>((UUID) id)).toList()
                : List.copyOf(elements);
        return (V) ((CollectionProperty<?, Object, ?>) (Property<?, ?>) property).collect(own);
    }

    /** The custom values of records of a type that its schema knows today. */
    private <R extends CrmRecord> Map<UUID, Map<Property<? super R, ?>, Object>> customValues(
            EntityType<R> type, Collection<UUID> ids) {
        List<Property<? super R, ?>> properties = schema.customProperties(type);
        if (properties.isEmpty() || ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Property<? super R, ?>> byName = new LinkedHashMap<>();
        properties.forEach(property -> byName.put(property.name(), property));
        Map<UUID, Map<Property<? super R, ?>, List<Object>>> rows = new LinkedHashMap<>();
        for (Object[] row : customRows(ids, byName.keySet())) {
            Property<? super R, ?> property = Objects.requireNonNull(byName.get((String) row[1]));
            Object raw = raw(property, row);
            if (raw != null) {
                rows.computeIfAbsent((UUID) row[0], id -> new LinkedHashMap<>())
                        .computeIfAbsent(property, sameProperty -> new ArrayList<>())
                        .add(raw);
            }
        }
        Map<UUID, Map<Property<? super R, ?>, Object>> values = new LinkedHashMap<>();
        rows.forEach((id, raws) -> {
            Map<Property<? super R, ?>, Object> own = new LinkedHashMap<>();
            raws.forEach((property, elements) -> own.put(property, value(property, elements)));
            values.put(id, own);
        });
        return values;
    }

    private List<Object[]> customRows(Collection<UUID> ids, Collection<String> names) {
        Statement statement = new Statement();
        String jpql = """
                select v.id.recordId, v.id.name, v.textValue, v.numberValue, v.dateValue, v.timeValue, v.flagValue,
                    v.targetId
                from CrmCustomValue v
                where %s and %s
                order by v.id.itemIndex
                """.formatted(statement.in("v.id.recordId", ids), statement.in("v.id.name", names));
        return statement.query(entityManager, jpql, Object[].class).getResultList();
    }

    /** The value of a row in the property's own form; null when the row was written by a property of another kind. */
    private static @Nullable Object raw(Property<?, ?> property, @Nullable Object[] row) {
        Term term = Term.custom(property, "v");
        List<@Nullable Object> cells = new ArrayList<>();
        for (String expression : Cells.expressions(term)) {
            cells.add(row[column(expression)]);
        }
        return property instanceof CollectionProperty<?, ?, ?>
                ? cells.get(0)
                : Cells.read(property, term, cells.toArray(), 0);
    }

    private static int column(String expression) {
        return 2
                + List.of("v.textValue", "v.numberValue", "v.dateValue", "v.timeValue", "v.flagValue", "v.targetId")
                        .indexOf(expression);
    }

    private static Object value(Property<?, ?> property, List<Object> elements) {
        return property instanceof CollectionProperty<?, ?, ?>
                ? Objects.requireNonNull(collect(property, elements))
                : elements.get(0);
    }

    /** Puts values into a record. */
    @SuppressWarnings("unchecked")
    static <R> void put(Map<Property<? super R, ?>, Object> values, @Nullable R record) {
        if (record != null) {
            values.forEach((property, value) -> ((Property<R, Object>) property).set(record, value));
        }
    }
}
