package org.clientele.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what happened to a record since an instant. It goes backwards, from what is there now: so it looks at little
 * when little happened since, and is right also of a record that was there before the journal was. A change took effect at
 * its time, or with those before it of the same record when these have later times: so that each state is one that was.
 */
public final class Rewind {

    private static final long OLDER_THAN_ANY = -1;

    private final Schema schema;
    private final Instant instant;

    public Rewind(Schema schema, Instant instant) {
        this.schema = schema;
        this.instant = instant;
    }

    /**
     * The record as it was; empty when it was not there.
     *
     * @param present the record as it is now; null when it is gone
     * @param history what happened to it, the oldest first
     */
    public <R extends CrmRecord> Optional<Past<R>> of(
            EntityType<R> type, UUID id, @Nullable R present, List<Told> history) {
        int cut = 0;
        while (cut < history.size() && !history.get(cut).recordedAt().isAfter(instant)) {
            cut++;
        }
        Map<String, @Nullable String> back = new LinkedHashMap<>();
        boolean isThere = present != null;
        boolean isAsNow = present != null;
        for (int i = history.size() - 1; i >= cut; i--) {
            Change change = history.get(i).changes().get(0);
            if (change.action() == Change.Action.DELETE) {
                back.clear();
                isAsNow = false;
            }
            isThere = change.action() != Change.Action.CREATE && (isThere || change.action() == Change.Action.DELETE);
            change.deltas().stream()
                    .filter(delta -> !isOfTheRecordItself(change, delta))
                    .forEach(delta -> back.put(delta.property(), delta.before()));
        }
        EntityType<R> own = isThere ? own(type, present, history) : null;
        return own == null
                ? Optional.empty()
                : Optional.of(new Making<>(own, isAsNow ? present : null, back)
                        .past(
                                id,
                                present,
                                history.subList(0, cut),
                                history.subList(Math.max(0, cut - 1), history.size())));
    }

    /** That a record comes or goes tells when it was made and of which version it was, besides its properties. */
    private static boolean isOfTheRecordItself(Change change, Delta delta) {
        return change.action() != Change.Action.UPDATE
                && (delta.property().equals(Change.CREATED_AT)
                        || delta.property().equals(Change.VERSION));
    }

    @SuppressWarnings("unchecked") // a type that is the other has its records
    private <R extends CrmRecord> @Nullable EntityType<R> own(
            EntityType<R> type, @Nullable R present, List<Told> history) {
        if (present != null) {
            return schema.typeOf(present);
        }
        String name = history.get(0).changes().get(0).record().type();
        return (EntityType<R>) schema.types().stream()
                .filter(other -> other.name().equals(name) && other.is(type) && !other.isAbstract())
                .findFirst()
                .orElse(null);
    }

    /** Makes one record of what it is now, if that counts, and of texts. */
    private final class Making<R extends CrmRecord> {

        private final EntityType<R> type;
        private final @Nullable R now;
        private final Map<String, @Nullable String> back;
        private final List<Past.Untold> untold = new ArrayList<>();

        Making(EntityType<R> type, @Nullable R now, Map<String, @Nullable String> back) {
            this.type = type;
            this.now = now;
            this.back = back;
        }

        Past<R> past(UUID id, @Nullable R present, List<Told> before, List<Told> used) {
            R record = type.newRecord(id, OLDER_THAN_ANY);
            List<Property<? super R, ?>> folded = schema.folded(type);
            for (Property<? super R, ?> property : schema.properties(type)) {
                if (!folded.contains(property)) {
                    fill(property, record);
                }
                back.remove(property.name());
            }
            back.keySet()
                    .forEach(name -> untold.add(new Past.Untold(
                            name,
                            name + " is no property of " + type + " any more; the record's history still tells it")));
            setTimes(record, present, before);
            return new Past<>(record, used.stream().map(Told::entry).toList(), untold);
        }

        private <V> void fill(Property<? super R, V> property, R record) {
            if (back.containsKey(property.name())) {
                String text = back.get(property.name());
                property.set(record, text == null ? null : read(property, text));
            } else if (now == null) {
                property.set(record, null);
            } else {
                property.set(record, property.get(now));
            }
        }

        private <V> @Nullable V read(Property<? super R, V> property, String text) {
            try {
                return property.fromText(text);
            } catch (IllegalArgumentException unreadable) {
                untold.add(new Past.Untold(
                        property.name(),
                        property + " of " + type + " was '" + text + "', which it can not read any more: "
                                + unreadable.getMessage()));
                return null;
            }
        }

        /** A record that came back was made before. */
        private static Instant firstSaved(Told created) {
            return created.changes().get(0).deltas().stream()
                    .filter(delta -> delta.property().equals(Change.CREATED_AT) && delta.after() != null)
                    .findFirst()
                    .map(delta -> CrmRecord.CREATED_AT.fromText(String.valueOf(delta.after())))
                    .orElse(created.recordedAt());
        }

        private void setTimes(R record, @Nullable R present, List<Told> before) {
            CrmRecord.CREATED_AT.set(record, present == null ? null : present.getCreatedAt());
            CrmRecord.UPDATED_AT.set(record, present == null ? null : present.getCreatedAt());
            for (Told told : before) {
                if (told.changes().get(0).action() == Change.Action.CREATE) {
                    CrmRecord.CREATED_AT.set(record, firstSaved(told));
                }
                CrmRecord.UPDATED_AT.set(record, told.recordedAt());
            }
        }
    }
}
