package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.value.Ref;

/** Writes the values of custom properties, which live beside their records in a table of their own. */
final class CustomValues {

    private final EntityManager entityManager;
    private final Schema schema;

    CustomValues(EntityManager entityManager, Schema schema) {
        this.entityManager = entityManager;
        this.schema = schema;
    }

    /** Keeps all custom values of a new record; gives what was made persistent. */
    <R extends CrmRecord> List<CustomValue> insert(EntityType<R> type, R record) {
        List<CustomValue> rows = new ArrayList<>();
        schema.customProperties(type).forEach(property -> rows.addAll(rows(property, record)));
        rows.forEach(entityManager::persist);
        return rows;
    }

    /** Keeps what differs, and gives it to the stored record; gives what was made persistent. */
    <R extends CrmRecord> List<CustomValue> update(EntityType<R> type, R after, R stored) {
        List<String> changed = new ArrayList<>();
        List<CustomValue> rows = new ArrayList<>();
        for (Property<? super R, ?> property : schema.customProperties(type)) {
            if (!Objects.equals(property.get(stored), property.get(after))) {
                property.copy(after, stored);
                changed.add(property.name());
                rows.addAll(rows(property, stored));
            }
        }
        if (!changed.isEmpty()) {
            Statement statement = new Statement();
            statement.update(
                    entityManager,
                    "delete from CrmCustomValue v where v.id.recordId = " + statement.bind(stored.getId()) + " and "
                            + statement.in("v.id.name", changed));
            rows.forEach(entityManager::persist);
        }
        return rows;
    }

    /** Forgets all custom values of records that go, also those that the schema does not know today. */
    void delete(Collection<UUID> ids) {
        Statement statement = new Statement();
        statement.update(entityManager, "delete from CrmCustomValue v where " + statement.in("v.id.recordId", ids));
    }

    private static <R extends CrmRecord, V> List<CustomValue> rows(Property<? super R, V> property, R record) {
        V value = property.get(record);
        List<CustomValue> rows = new ArrayList<>();
        if (value instanceof Collection<?> elements && property instanceof CollectionProperty<?, ?, ?>) {
            for (Object element : elements) {
                Object raw = element instanceof Ref<?> ref ? ref.id() : element;
                rows.add(new CustomValue(record.getId(), property.name(), rows.size(), raw));
            }
        } else if (value != null) {
            rows.add(new CustomValue(record.getId(), property.name(), 0, property.raw(value)));
        }
        return rows;
    }
}
