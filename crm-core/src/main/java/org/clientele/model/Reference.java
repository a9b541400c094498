package org.clientele.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Relation;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.Traits;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.AnyRef;
import org.clientele.value.Identified;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A place from which records can point to records of another type.
 *
 * @param <R> the type that points
 * @param type the type that points
 * @param property a reference, a set of references or a reference to anything
 */
public record Reference<R extends CrmRecord>(EntityType<R> type, Property<? super R, ?> property) {

    /** Whether a property points to records: a reference, a set of references or a reference to anything. */
    public static boolean isBy(Property<?, ?> property) {
        return property instanceof Relation<?, ?, ?> || property instanceof AnyReferenceProperty<?>;
    }

    /** The identity that a value of a reference, or of a reference to anything, names. */
    public static UUID id(Object pointing) {
        return pointing instanceof AnyRef any ? any.id() : ((Ref<?>) pointing).id();
    }

    /** The records that point from here to any of these records of a type. */
    @SuppressWarnings("unchecked")
    public Criterion<R> pointsTo(EntityType<?> target, Set<UUID> ids) {
        if (property instanceof ReferenceProperty<?, ?> to) {
            return one((ReferenceProperty<R, ?>) to, ids);
        } else if (property instanceof ReferenceSetProperty<?, ?> to) {
            return any((ReferenceSetProperty<R, ?>) to, ids);
        }
        Set<AnyRef> refs = new LinkedHashSet<>();
        ids.forEach(id -> refs.add(new AnyRef(target.name(), id)));
        return ((AnyReferenceProperty<R>) property).in(refs);
    }

    private static <R, T extends Identified> Criterion<R> one(ReferenceProperty<R, T> to, Set<UUID> ids) {
        return to.in(refs(ids));
    }

    private static <R, T extends Identified> Criterion<R> any(ReferenceSetProperty<R, T> to, Set<UUID> ids) {
        return to.containsAny(refs(ids));
    }

    private static <T extends Identified> List<Ref<T>> refs(Set<UUID> ids) {
        return ids.stream().<Ref<T>>map(Ref::new).toList();
    }

    /** The records to which a record points from here: of whatever type, unless the reference itself names one. */
    @SuppressWarnings("unchecked")
    public void eachTarget(R holder, BiConsumer<@Nullable String, UUID> target) {
        if (property instanceof Relation<?, ?, ?> relation) {
            ((Relation<R, ?, ?>) relation).anyTarget(holder, id -> {
                target.accept(null, id);
                return false;
            });
            return;
        }
        AnyRef ref = ((AnyReferenceProperty<R>) property).get(holder);
        if (ref != null) {
            target.accept(ref.type(), ref.id());
        }
    }

    /** Whether a record points from here to any of these. */
    @SuppressWarnings("unchecked")
    public boolean points(R holder, Set<UUID> ids) {
        if (property instanceof Relation<?, ?, ?> relation) {
            return ((Relation<R, ?, ?>) relation).anyTarget(holder, ids::contains);
        }
        AnyRef ref = ((AnyReferenceProperty<R>) property).get(holder);
        return ref != null && ids.contains(ref.id());
    }

    /** Makes a record that points from here to any of these point to another record instead; to none when that is null. */
    @SuppressWarnings("unchecked")
    public void repoint(R holder, Set<UUID> from, @Nullable UUID to) {
        if (property instanceof ReferenceProperty<?, ?> one) {
            repointOne((ReferenceProperty<R, ?>) one, holder, to);
        } else if (property instanceof ReferenceSetProperty<?, ?> set) {
            repointSet((ReferenceSetProperty<R, ?>) set, holder, from, to);
        } else {
            AnyReferenceProperty<R> any = (AnyReferenceProperty<R>) property;
            AnyRef former = any.get(holder);
            any.set(holder, to == null || former == null ? null : new AnyRef(former.type(), to));
        }
    }

    private static <R, T extends Identified> void repointOne(ReferenceProperty<R, T> one, R holder, @Nullable UUID to) {
        one.set(holder, to == null ? null : new Ref<>(to));
    }

    private static <R, T extends Identified> void repointSet(
            ReferenceSetProperty<R, T> set, R holder, Set<UUID> from, @Nullable UUID to) {
        Set<Ref<T>> kept = new LinkedHashSet<>();
        Set<Ref<T>> refs = set.get(holder);
        for (Ref<T> ref : refs == null ? Set.<Ref<T>>of() : refs) {
            if (!from.contains(ref.id())) {
                kept.add(ref);
            } else if (to != null) {
                kept.add(new Ref<>(to));
            }
        }
        set.set(holder, kept);
    }

    /** What becomes of a record that points from here when the record that it points to is deleted. */
    public WhenTargetGoes whenTargetGoes() {
        if (isOwnership()) {
            return WhenTargetGoes.REFUSE;
        }
        return property.trait(WhenTargetGoes.class)
                .orElse(property.has(Traits.Required.class) ? WhenTargetGoes.REFUSE : WhenTargetGoes.CLEAR);
    }

    /** Whether records point from here to their owner or their organization. */
    public boolean isOwnership() {
        return type.ownership().filter(by -> by.isKeptIn(property)).isPresent();
    }

    /** Whether records point from here to their owner. */
    public boolean isOwner() {
        return type.ownership().filter(by -> by.owner() == property).isPresent();
    }

    /** Type and property. */
    @Override
    public String toString() {
        return type + "." + property;
    }
}
