package org.clientele.testkit.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.property.Property;
import org.clientele.store.RecordStore;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What an actor is to see of what is stored, by the plainest means: record by record, property by property. */
final class Sight implements Lookup {

    private final Schema schema;
    private final Rights rights;
    private final Map<UUID, CrmRecord> all = new TreeMap<>();

    Sight(RecordStore store, Schema schema, Rights rights) {
        this.schema = schema;
        this.rights = rights;
        store.inTransaction(records -> {
            for (EntityType<?> type : schema.types()) {
                records.select(type, Query.all()).forEach(record -> all.put(record.getId(), record));
            }
            return true;
        });
    }

    /** All that is stored, whoever may see it. */
    Lookup stored() {
        return new Lookup() {
            @Override
            public <T> Optional<T> find(Class<T> recordClass, UUID id) {
                return Optional.ofNullable(all.get(id))
                        .filter(recordClass::isInstance)
                        .map(recordClass::cast);
            }

            @Override
            public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
                return Pointing.to((CrmRecord) record, typeOf(record), holder, by, all.values());
            }
        };
    }

    private EntityType<?> typeOf(Object record) {
        return schema.typeOf((CrmRecord) record);
    }

    <R extends CrmRecord> List<R> stored(EntityType<R> type) {
        return all.values().stream()
                .filter(type.recordClass()::isInstance)
                .map(type.recordClass()::cast)
                .toList();
    }

    <R extends CrmRecord> R stored(EntityType<R> type, UUID id) {
        return type.recordClass().cast(Objects.requireNonNull(all.get(id)));
    }

    <R extends CrmRecord> boolean permits(Permission permission, EntityType<R> type, R record) {
        return rights.permits(permission, type, record, stored());
    }

    <R extends CrmRecord> List<Property<? super R, ?>> properties(EntityType<R> type) {
        return schema.properties(type);
    }

    /** Whether rules speak of a property of the type or of one below it, or of where its values come from. */
    boolean mayHide(EntityType<?> type, String name) {
        return schema.typesBelow(type.recordClass()).anyMatch(below -> narrows(below, name));
    }

    private <R extends CrmRecord> boolean narrows(EntityType<R> type, String name) {
        return rights.narrowed(Permission.VIEW, type).containsKey(name)
                || schema.properties(type).stream()
                        .filter(property -> property.name().equals(name))
                        .flatMap(property -> property.trait(Carried.class).stream())
                        .anyMatch(carried -> mayHide(
                                schema.type(carried.via().target()),
                                carried.from().name()));
    }

    @Override
    public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
        List<CrmRecord> seen =
                all.values().stream().flatMap(stored -> shown(stored).stream()).toList();
        return Pointing.to((CrmRecord) record, typeOf(record), holder, by, seen);
    }

    /** The records of a type and those below it, in the order of their identities. */
    <R extends CrmRecord> List<R> seen(EntityType<R> type) {
        return stored(type).stream().flatMap(record -> shown(record).stream()).toList();
    }

    <R extends CrmRecord> Optional<R> shown(R record) {
        EntityType<R> type = schema.typeOf(record);
        if (!permits(Permission.VIEW, type, record)) {
            return Optional.empty();
        }
        R masked = type.copy(record);
        Set<String> hidden = hidden(record);
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (hidden.contains(property.name())) {
                property.set(masked, null);
            }
        }
        return Optional.of(masked);
    }

    /** The names of the properties that a record does not show, those included whose values come from where they do not. */
    <R extends CrmRecord> Set<String> hidden(R record) {
        EntityType<R> type = schema.typeOf(record);
        Set<String> hidden = unreached(Permission.VIEW, type, record);
        for (Property<? super R, ?> property : schema.properties(type)) {
            Carried<?> carried = property.trait(Carried.class).orElse(null);
            CrmRecord source = carried == null ? null : source(carried, record);
            if (carried != null
                    && source != null
                    && hidden(source).contains(carried.from().name())) {
                hidden.add(property.name());
            }
        }
        return hidden;
    }

    <R extends CrmRecord> Set<String> unreached(Permission permission, EntityType<R> type, R record) {
        Set<String> unreached = new LinkedHashSet<>();
        rights.narrowed(permission, type).forEach((name, reached) -> {
            if (!reached.test(record, stored())) {
                unreached.add(name);
            }
        });
        return unreached;
    }

    @SuppressWarnings("unchecked") // the reference is one of the record's own
    private @Nullable CrmRecord source(Carried<?> carried, CrmRecord record) {
        Property<Object, ?> via = (Property<Object, ?>) (Property<?, ?>) carried.via();
        return via.get(record) instanceof Ref<?> ref ? all.get(ref.id()) : null;
    }

    <R extends CrmRecord> List<R> seen(EntityType<R> type, Criterion<R> where) {
        return seen(type).stream().filter(record -> where.test(record, this)).toList();
    }

    @Override
    public <T> Optional<T> find(Class<T> recordClass, UUID id) {
        CrmRecord record = all.get(id);
        return record == null
                ? Optional.empty()
                : shown(record).filter(recordClass::isInstance).map(recordClass::cast);
    }
}
