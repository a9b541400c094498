package org.clientele.door;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Actor;
import org.clientele.access.ByClass;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Relation;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Reveals;

/** How far an actor's permissions reach single properties. Rights are asked once for each type; for one transaction. */
final class Narrowing {

    private final Rights rights;
    private final Actor actor;
    private final Schema schema;
    private final Map<Permission, Map<EntityType<?>, Map<String, ?>>> asked = new EnumMap<>(Permission.class);
    private final Map<EntityType<?>, Set<String>> hideable = new HashMap<>();

    Narrowing(Rights rights, Actor actor, Schema schema) {
        this.rights = rights;
        this.actor = actor;
        this.schema = schema;
    }

    Actor actor() {
        return actor;
    }

    /** For each property of this very type, by name, that has a reach of its own: where the permission reaches it. */
    @SuppressWarnings("unchecked") // under each type its own conditions are remembered
    <R extends CrmRecord> Map<String, Criterion<R>> of(Permission permission, EntityType<R> type) {
        Map<EntityType<?>, Map<String, ?>> byType = asked.computeIfAbsent(permission, first -> new HashMap<>());
        Map<String, ?> known = byType.get(type);
        if (known == null) {
            Map<String, Criterion<R>> own = actor.isSystem() ? Map.of() : ask(permission, type);
            byType.put(type, own);
            known = permission == Permission.VIEW && !actor.isSystem() ? withCarried(type, own) : own;
            byType.put(type, known);
        }
        return (Map<String, Criterion<R>>) known;
    }

    private <R extends CrmRecord> Map<String, Criterion<R>> ask(Permission permission, EntityType<R> type) {
        Map<String, Criterion<R>> own = new LinkedHashMap<>(rights.narrowed(permission, type));
        own.keySet().retainAll(names(type));
        return own;
    }

    /** A value that was carried from another record, or reveals one of it, is hidden where that is hidden. */
    private <R extends CrmRecord> Map<String, Criterion<R>> withCarried(
            EntityType<R> holder, Map<String, Criterion<R>> own) {
        Map<String, Criterion<R>> all = new LinkedHashMap<>(own);
        for (Property<? super R, ?> property : schema.properties(holder)) {
            for (Carried<?> source : sources(property)) {
                EntityType<?> type = schema.type(source.via().target());
                String from = source.from().name();
                if (hideable(type).contains(from)) {
                    Criterion<R> shown = this.<R>sourceHides(source, type, from).negate();
                    all.merge(property.name(), shown, Criterion::and);
                }
            }
        }
        return all;
    }

    /** The values that can be told by a property's. */
    private static List<Carried<?>> sources(Property<?, ?> property) {
        List<Carried<?>> sources = new ArrayList<>();
        property.trait(Carried.class).ifPresent(sources::add);
        property.trait(Reveals.class).ifPresent(reveals -> sources.addAll(reveals.of()));
        return sources;
    }

    @SuppressWarnings("unchecked") // the reference is one of the type that carries
    private <R> Criterion<R> sourceHides(Carried<?> carried, EntityType<?> source, String from) {
        return hides((ReferenceProperty<R, ?>) carried.via(), shown(source, from));
    }

    @SuppressWarnings("unchecked") // the condition is about the records that the reference points to
    private static <R, T> Criterion<R> hides(ReferenceProperty<R, ?> via, Criterion<T> shown) {
        return new Criterion.Related<>((Relation<R, ?, T>) (Relation<R, ?, ?>) via, shown.negate());
    }

    /** The properties, by name, that may be hidden in some record of a type or of one below it. */
    Set<String> hideable(EntityType<?> type) {
        Set<String> known = hideable.get(type);
        if (known == null) {
            known = new LinkedHashSet<>();
            for (EntityType<?> below : schema.typesBelow(type.recordClass()).toList()) {
                known.addAll(of(Permission.VIEW, below).keySet());
            }
            hideable.put(type, known);
        }
        return known;
    }

    /** The condition of the records, of a type and those below it, that show a property. */
    <R extends CrmRecord> Criterion<R> shown(EntityType<R> type, String property) {
        return ByClass.join(schema, type, below -> {
            Criterion<?> own = of(Permission.VIEW, below).get(property);
            return own == null ? Criterion.always() : own;
        });
    }

    /** The properties, by name, that a permission does not reach in a record of this very type. */
    <R extends CrmRecord> Set<String> unreached(Permission permission, EntityType<R> type, R record, Lookup lookup) {
        Map<String, Criterion<R>> narrowed = of(permission, type);
        if (narrowed.isEmpty()) {
            return Set.of();
        }
        Set<String> unreached = new LinkedHashSet<>();
        narrowed.forEach((name, reached) -> {
            if (!reached.test(record, lookup)) {
                unreached.add(name);
            }
        });
        return unreached;
    }

    /** All properties of a type that a name can mean, those included that every record has. */
    <R extends CrmRecord> List<Property<? super R, ?>> properties(EntityType<R> type) {
        List<Property<? super R, ?>> all = new ArrayList<>(schema.properties(type));
        all.add(CrmRecord.CREATED_AT);
        all.add(CrmRecord.UPDATED_AT);
        return all;
    }

    private Set<String> names(EntityType<?> type) {
        Set<String> names = new LinkedHashSet<>();
        properties(type).forEach(property -> names.add(property.name()));
        return names;
    }

    /**
     * The name of the property that an attribute reads; it may be hidden or not.
     *
     * @throws AccessDeniedException when that can not be told, and some property of the type may be hidden
     */
    String nameOf(Attribute<?, ?> attribute, EntityType<?> type) {
        String name = attribute.whole().name();
        boolean known = attribute == CrmRecord.ID
                || attribute == CrmRecord.KIND
                || hideable(type).isEmpty()
                || schema.typesBelow(type.recordClass())
                        .anyMatch(below -> names(below).contains(name));
        if (!known) {
            throw new AccessDeniedException(attribute.name() + " is no property of " + type
                    + ", so nobody can tell whether it reads what " + actor
                    + " may not see; use the properties of the type");
        }
        return name;
    }

    /** Whether some record of a type, or of one below it, may hide what an attribute reads. */
    boolean mayHide(EntityType<?> type, Attribute<?, ?> attribute) {
        return hideable(type).contains(nameOf(attribute, type));
    }

    /**
     * Refuses what would tell a value that may be hidden.
     *
     * @param use what is done with the values, to stand after the type: "sorted by"
     * @param consequence why it is refused
     */
    void requireShown(EntityType<?> type, Attribute<?, ?> attribute, String use, String consequence) {
        if (mayHide(type, attribute)) {
            throw new AccessDeniedException(type + " can not be " + use + " " + attribute.name() + ", which " + actor
                    + " may not see in every record: " + consequence
                    + "; leave it out, or let VIEW reach the property as far as the records");
        }
    }
}
