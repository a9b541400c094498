package org.clientele.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.journal.Delta;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Traits;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * What has to be written to take back what a change set did to one record, and what of it somebody changed since.
 *
 * @param <R> the type of the record
 */
final class Reversal<R extends CrmRecord> {

    private final Net net;
    private final EntityType<R> type;
    private final Schema schema;
    private final Survivors survivors;
    private final @Nullable R stored;
    private final Map<String, @Nullable String> conflicts = new LinkedHashMap<>();
    private @Nullable Write<R> write;

    /**
     * A reversal of what happened to one record.
     *
     * @param stored the record as it is now; null when it is not there
     */
    Reversal(Net net, EntityType<R> type, @Nullable CrmRecord stored, Schema schema, Survivors survivors) {
        this.net = net;
        this.type = type;
        this.schema = schema;
        this.survivors = survivors;
        this.stored = stored == null ? null : type.recordClass().cast(stored);
        if (net.isCreation()) {
            takeAway();
        } else if (net.isDeletion()) {
            bringBack();
        } else {
            putBack();
        }
    }

    Net net() {
        return net;
    }

    UUID id() {
        return net.id();
    }

    EntityType<R> type() {
        return type;
    }

    /** The record as it is now; null when it is not there. */
    @Nullable
    R stored() {
        return stored;
    }

    /** What is to be written; null when nothing is. */
    @Nullable
    Write<R> write() {
        return write;
    }

    /** The record as it was made, where it is gone since and nothing is to be done: whoever could see it may know that. */
    Optional<Write<R>> gone() {
        return stored == null && net.isCreation()
                ? Optional.of(new Write.Insert<>(type, told(Delta::after)))
                : Optional.empty();
    }

    /** Whether the record was deleted and is to be there again. */
    boolean isComingBack() {
        return write instanceof Write.Insert<R>;
    }

    /** Leaves the record as it is. */
    void drop() {
        write = null;
    }

    /** The properties, by name, that somebody changed since, with what they are now. */
    Map<String, @Nullable String> conflicts() {
        return conflicts;
    }

    /** Whether the change set changed a record that is gone now. */
    boolean isLost() {
        return stored == null && !net.isCreation() && !net.isDeletion();
    }

    /** The properties, by name, whose values the write puts back. */
    List<String> properties() {
        List<String> names = new ArrayList<>();
        if (write instanceof Write.Update<R> update) {
            for (Property<? super R, ?> property : schema.properties(type)) {
                if (update.changes(property)) {
                    names.add(property.name());
                }
            }
        }
        return names;
    }

    private void takeAway() {
        if (stored == null) {
            return;
        }
        List<Property<? super R, ?>> folded = schema.folded(type);
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (!folded.contains(property) && !follows(property, stored)) {
                Delta delta = net.deltas().get(property.name());
                String left = delta == null ? null : Texts.plain(property, delta.after());
                String now = Texts.get(property, stored);
                if (!Objects.equals(now, left) && !Objects.equals(now, survivors.of(property, left))) {
                    conflicts.put(property.name(), now);
                }
            }
        }
        write = new Write.Delete<>(type, stored);
    }

    private void bringBack() {
        if (stored != null) {
            return;
        }
        R record = told(Delta::before);
        String createdAt = net.createdAt();
        CrmRecord.CREATED_AT.set(record, createdAt == null ? null : CrmRecord.CREATED_AT.fromText(createdAt));
        write = new Write.Insert<>(type, record);
    }

    /** The record as the history tells of one side of the change. */
    private R told(Function<Delta, @Nullable String> side) {
        R record = type.newRecord(net.id(), net.version());
        List<Property<? super R, ?>> folded = schema.folded(type);
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (!folded.contains(property)) {
                Delta delta = net.deltas().get(property.name());
                String text = delta == null ? null : Texts.plain(property, side.apply(delta));
                if (!Objects.equals(text, Texts.get(property, record))) {
                    Texts.set(property, record, text);
                }
            }
        }
        return record;
    }

    private void putBack() {
        if (stored == null) {
            return;
        }
        R after = type.copy(stored);
        boolean changes = false;
        for (Property<? super R, ?> property : schema.properties(type)) {
            Delta delta = net.deltas().get(property.name());
            if (delta != null) {
                String now = Texts.get(property, stored);
                ThreeWay result = ThreeWay.of(property, now, delta, survivors);
                if (result.isKept() && !follows(property, stored)) {
                    conflicts.put(property.name(), now);
                }
                if (!Objects.equals(now, result.value())) {
                    Texts.set(property, after, result.value());
                    changes = true;
                }
            }
        }
        if (changes) {
            write = new Write.Update<>(type, stored, after);
        }
    }

    /** Whether nobody enters the value, so that it is no edit when it differs. */
    private static <R extends CrmRecord> boolean follows(Property<? super R, ?> property, R record) {
        return property.has(Traits.Calculated.class)
                || property.trait(Carried.class)
                        .filter(carried -> isThere(carried.via(), record))
                        .isPresent();
    }

    @SuppressWarnings("unchecked") // a value is carried by a reference of the record itself
    private static <R extends CrmRecord> boolean isThere(ReferenceProperty<?, ?> via, R record) {
        return ((ReferenceProperty<R, ?>) via).get(record) != null;
    }
}
