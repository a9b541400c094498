package org.clientele.door;

import java.util.List;
import org.clientele.access.Permission;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.jspecify.annotations.Nullable;

/** Makes a condition on one attribute see what the actor sees: where the property is hidden it is asked about no value. */
final class Redaction {

    private final Narrowing narrowing;
    private final Mask mask;
    private final Schema schema;

    Redaction(Narrowing narrowing, Mask mask, Schema schema) {
        this.narrowing = narrowing;
        this.mask = mask;
        this.schema = schema;
    }

    /** The condition as it holds for the masked records of a type. */
    <C> Criterion<C> over(EntityType<?> type, Criterion<C> leaf) {
        Attribute<?, ?> about = about(leaf);
        if (about == null || narrowing.hideable(type).isEmpty()) {
            return leaf;
        }
        String name = narrowing.nameOf(about, type);
        if (!narrowing.hideable(type).contains(name)) {
            return leaf;
        }
        Criterion<C> shown = shown(type, name);
        return holdsForNoValue(leaf, type, name)
                ? new Criterion.Any<>(List.of(leaf, shown.negate()))
                : new Criterion.All<>(List.of(shown, leaf));
    }

    /** The records of a type that show what an attribute reads. */
    <C> Criterion<C> shown(EntityType<?> type, Attribute<?, ?> attribute) {
        String name = narrowing.nameOf(attribute, type);
        return narrowing.hideable(type).contains(name) ? shown(type, name) : Criterion.always();
    }

    @SuppressWarnings("unchecked") // the condition is about records of the type
    private <C> Criterion<C> shown(EntityType<?> type, String name) {
        return (Criterion<C>) narrowing.shown(type, name);
    }

    @SuppressWarnings("unchecked") // a leaf about the type can be asked about its records
    private <C> boolean holdsForNoValue(Criterion<C> leaf, EntityType<?> type, String name) {
        return schema.typesBelow(type.recordClass())
                .filter(below -> narrowing.of(Permission.VIEW, below).containsKey(name))
                .limit(1)
                .anyMatch(below -> leaf.test((C) (CrmRecord) mask.blank(below), Lookup.NOTHING));
    }

    private static @Nullable Attribute<?, ?> about(Criterion<?> leaf) {
        if (leaf instanceof Criterion.OneOf<?, ?> oneOf) {
            return oneOf.attribute();
        } else if (leaf instanceof Criterion.Ordered<?, ?> ordered) {
            return ordered.attribute();
        } else if (leaf instanceof Criterion.OnCalendar<?> part) {
            return part.attribute();
        } else if (leaf instanceof Criterion.TextMatch<?> match) {
            return match.attribute();
        } else if (leaf instanceof Criterion.OneText<?> one) {
            return one.attribute();
        } else if (leaf instanceof Criterion.Blank<?> blank) {
            return blank.attribute();
        } else if (leaf instanceof Criterion.HasAny<?, ?> has) {
            return has.attribute();
        } else if (leaf instanceof Criterion.AnyItem<?, ?> any) {
            return any.attribute();
        }
        return leaf instanceof Criterion.Related<?, ?> related ? related.relation() : null;
    }
}
