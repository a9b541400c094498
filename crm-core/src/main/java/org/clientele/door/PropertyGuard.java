package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a caller gives or changes, property by property. What follows of itself from a write, such as the times of a
 * record or values that are carried to it, is no matter of its.
 */
final class PropertyGuard {

    private final Narrowing narrowing;
    private final Guard guard;
    private final Discretion discretion;
    private final Mask mask;
    private final Schema schema;

    PropertyGuard(Narrowing narrowing, Guard guard, Discretion discretion, Mask mask, Schema schema) {
        this.narrowing = narrowing;
        this.guard = guard;
        this.discretion = discretion;
        this.mask = mask;
        this.schema = schema;
    }

    /**
     * The denials that stand against writes, each a sentence; none where the record itself is denied.
     *
     * @param writes as the caller gives them, with hidden values restored
     * @param lookup finds records as they are to be
     */
    List<String> denials(Collection<? extends Write<?>> writes, Lookup lookup) {
        List<String> denials = new ArrayList<>();
        writes.forEach(write -> judge(write, lookup, denials));
        return denials;
    }

    private <R extends CrmRecord> void judge(Write<R> write, Lookup lookup, List<String> denials) {
        if (write instanceof Write.Insert<R> insert) {
            judge(insert, lookup, denials);
        } else if (write instanceof Write.Update<R> update && !Truth.isStale(update)) {
            judge(update, lookup, denials);
        }
    }

    private <R extends CrmRecord> void judge(Write.Insert<R> insert, Lookup lookup, List<String> denials) {
        EntityType<R> type = insert.type();
        if (narrowing.of(Permission.CREATE, type).isEmpty()) {
            return;
        }
        R given = type.copy(insert.after());
        R fresh = type.newRecord();
        R toBe = lookup.find(type.recordClass(), given.getId()).orElse(given);
        Set<String> unreached = narrowing.unreached(Permission.CREATE, type, toBe, lookup);
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (unreached.contains(property.name()) && differs(property, fresh, given)) {
                denials.add(narrowing.actor() + " may not give " + property + " to " + schema.nameOf(given)
                        + ": CREATE does not reach this property of a record like it; leave it as it is in a new "
                        + type
                        + ", or let CREATE reach it");
            }
        }
    }

    private <R extends CrmRecord> void judge(Write.Update<R> update, Lookup lookup, List<String> denials) {
        EntityType<R> type = update.type();
        R before = update.before();
        boolean isNarrowed = !narrowing.of(Permission.EDIT, type).isEmpty()
                || !narrowing.of(Permission.VIEW, type).isEmpty();
        if (!isNarrowed || !guard.permits(Permission.EDIT, type, before, lookup)) {
            return;
        }
        Set<String> hidden = mask.hidden(before);
        Set<String> unreached = narrowing.unreached(Permission.EDIT, type, before, lookup);
        R given = type.copy(update.after());
        for (Property<? super R, ?> property : schema.properties(type)) {
            Permission missing = hidden.contains(property.name())
                    ? Permission.VIEW
                    : unreached.contains(property.name()) ? Permission.EDIT : null;
            if (missing != null && differs(property, before, given)) {
                denials.add(sentence(property, before, missing));
            }
        }
    }

    private String sentence(Property<?, ?> property, CrmRecord record, Permission missing) {
        return narrowing.actor() + " may not change " + property + " of " + discretion.nameOf(record)
                + (missing == Permission.VIEW
                        ? ", which is hidden: a change needs VIEW as well as EDIT; leave it empty, and what is stored"
                                + " stays, or let VIEW reach it"
                        : ": EDIT does not reach this property of it; leave the value as it is, or let EDIT reach it");
    }

    private static <R> boolean differs(Property<? super R, ?> property, R one, R other) {
        @Nullable Object left = property.get(one);
        @Nullable Object right = property.get(other);
        return !Objects.equals(left, right) && !(isNothing(left) && isNothing(right));
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> collection && collection.isEmpty());
    }
}
