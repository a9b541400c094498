package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.model.Schema;
import org.clientele.organization.User;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** What the persistence unit calls the types, and which entity has which attribute. Thread-safe. */
final class Mapping {

    private static final Map<Attribute<?, ?>, String> ROWS = Map.of(User.BUSINESS_UNITS, Membership.ENTITY);

    private final Schema schema;
    private final Map<Class<?>, EntityType<?>> entities = new HashMap<>();
    private final Map<Class<?>, Set<String>> attributes = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<org.clientele.model.EntityType<?>, Columns<?>> columns = new ConcurrentHashMap<>();
    private volatile @Nullable Nulls nulls;

    /**
     * Looks at every type and property.
     *
     * @throws IllegalStateException that names everything that is not mapped
     */
    Mapping(Metamodel metamodel, Schema schema) {
        this.schema = schema;
        for (EntityType<?> entity : metamodel.getEntities()) {
            entities.put(entity.getJavaType(), entity);
            names.add(entity.getName());
            attributes.put(
                    entity.getJavaType(),
                    entity.getAttributes().stream()
                            .map(jakarta.persistence.metamodel.Attribute::getName)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the persistence unit does not map " + String.join(", ", missing)
                    + "; name JpaStore.mappingFiles() and your own mapping in it");
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (org.clientele.model.EntityType<?> type : schema.types()) {
            Set<String> known = attributes.get(type.recordClass());
            if (known == null) {
                missing.add(type.recordClass().getName());
            } else {
                type.properties().stream()
                        .filter(property -> !known.contains(property.name()))
                        .forEach(property -> missing.add(type.recordClass().getName() + "." + property));
            }
        }
        if (!entities.containsKey(CustomValue.class)) {
            missing.add(CustomValue.class.getName());
        }
        return missing;
    }

    /** Whether it is a class that the unit maps, and not one that a provider derives from such a class. */
    boolean isEntity(Class<?> managed) {
        return entities.containsKey(managed);
    }

    /** What the records of a very type have in columns. */
    @SuppressWarnings("unchecked") // kept by its type
    <R extends CrmRecord> Columns<R> columns(org.clientele.model.EntityType<R> type) {
        return (Columns<R>) columns.computeIfAbsent(type, Columns::new);
    }

    /** How the database is told that what has no value comes last; asked once. */
    Nulls nulls(EntityManager entityManager) {
        Nulls known = nulls;
        if (known == null) {
            known = Nulls.of(entityManager);
            nulls = known;
        }
        return known;
    }

    /** The name of an entity in queries. */
    String entity(Class<?> recordClass) {
        EntityType<?> entity = entities.get(recordClass);
        if (entity == null) {
            throw new IllegalArgumentException(recordClass.getName() + " is no entity of the persistence unit; map it");
        }
        return entity.getName();
    }

    /**
     * The entity whose rows are locked for records of a class. For a hierarchy of joined tables it may be one of its own, named
     * as the entity at the top with {@code Row} after it; else it is the entity itself.
     */
    String row(Class<?> recordClass) {
        String entity = entity(recordClass);
        return names.contains(entity + "Row") ? entity + "Row" : entity;
    }

    /** The entity of the rows of a collection, where they are mapped once more by themselves. */
    Optional<String> rows(Attribute<?, ?> collection) {
        return Optional.ofNullable(ROWS.get(collection));
    }

    /**
     * The class at the top of those that this one extends. Queries start from it and name the types that they want: Hibernate
     * 7.4 forgets to join the tables above a joined subclass when only a part of an {@code or} speaks of them.
     */
    Class<?> root(Class<?> recordClass) {
        return schema.type(recordClass).root().recordClass();
    }

    /** The class at or below this one whose records have the property. */
    Class<?> holder(Class<?> recordClass, Attribute<?, ?> attribute) {
        Property<?, ?> property = Term.property(attribute);
        if (property == null || !CrmRecord.class.isAssignableFrom(recordClass) || has(recordClass, property)) {
            return recordClass;
        }
        return schema.types().stream()
                .filter(type -> recordClass.isAssignableFrom(type.recordClass()))
                .filter(type -> type.properties().contains(property))
                .map(org.clientele.model.EntityType::recordClass)
                .findFirst()
                .<Class<?>>map(found -> found)
                .orElse(recordClass);
    }

    private boolean has(Class<?> recordClass, Property<?, ?> property) {
        Set<String> known = attributes.get(recordClass);
        return known == null || known.contains(property.name());
    }
}
