package org.clientele.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.AccessDeniedException;
import org.clientele.access.Permission;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Shows records as far as the actor may see their properties: one that is hidden has no value. */
final class Mask {

    private final Narrowing narrowing;
    private final Records stored;
    private final Map<EntityType<?>, CrmRecord> blanks = new HashMap<>();

    Mask(Narrowing narrowing, Records stored) {
        this.narrowing = narrowing;
        this.stored = stored;
    }

    /** The properties, by name, that a record as it is stored does not show to the actor. */
    <R extends CrmRecord> Set<String> hidden(R record) {
        return narrowing.unreached(Permission.VIEW, stored.schema().typeOf(record), record, stored);
    }

    /** The record as it is stored, or a copy of it without what is hidden. */
    <R extends CrmRecord> R over(R record) {
        Set<String> hidden = hidden(record);
        if (hidden.isEmpty()) {
            return record;
        }
        return without(hidden, record);
    }

    /** A copy of a record without the values of some properties. */
    <R extends CrmRecord> R without(Set<String> names, R record) {
        EntityType<R> type = stored.schema().typeOf(record);
        R masked = type.copy(record);
        clear(type, masked, names);
        return masked;
    }

    /** A record of a type whose properties have the values that show where they are hidden. */
    <R extends CrmRecord> R blank(EntityType<R> type) {
        CrmRecord known = blanks.get(type);
        if (known == null) {
            R blank = type.newRecord();
            Set<String> hideable = narrowing.of(Permission.VIEW, type).keySet();
            narrowing.properties(type).stream()
                    .filter(property -> hideable.contains(property.name()))
                    .forEach(property -> property.set(blank, null));
            blanks.put(type, blank);
            known = blank;
        }
        return type.recordClass().cast(known);
    }

    private <R extends CrmRecord> void clear(EntityType<R> type, R record, Set<String> names) {
        for (Property<? super R, ?> property : narrowing.properties(type)) {
            if (names.contains(property.name())) {
                property.set(record, null);
                if (!Objects.equals(property.get(record), property.get(blank(type)))) {
                    throw new AccessDeniedException(property + " of " + type + " can not be hidden from "
                            + narrowing.actor()
                            + ", as it is made of other properties; let VIEW reach it as far as those");
                }
            }
        }
    }

    /** What a person who sees no more than the actor knows the record by. */
    <R extends CrmRecord> String nameOf(R record) {
        return stored.schema().nameOf(over(record));
    }

    /** The writes with what the mask took away given back: a hidden value that comes back empty was not changed. */
    List<Write<?>> restored(List<Write<?>> writes) {
        List<Write<?>> restored = new ArrayList<>(writes.size());
        writes.forEach(write -> restored.add(restored(write)));
        return restored;
    }

    private <R extends CrmRecord> Write<R> restored(Write<R> write) {
        if (!(write instanceof Write.Update<R> update) || Truth.isStale(update)) {
            return write;
        }
        EntityType<R> type = write.type();
        Set<String> hidden = hidden(update.before());
        if (hidden.isEmpty()) {
            return write;
        }
        R after = type.copy(update.after());
        for (Property<? super R, ?> property : stored.schema().properties(type)) {
            if (hidden.contains(property.name()) && Objects.equals(property.get(after), property.get(blank(type)))) {
                property.copy(update.before(), after);
            }
        }
        return new Write.Update<>(type, update.before(), after);
    }
}
