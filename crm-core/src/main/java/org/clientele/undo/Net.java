package org.clientele.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientele.journal.Change;
import org.clientele.journal.Delta;
import org.clientele.journal.Noted;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.jspecify.annotations.Nullable;

/** What a change set did to one record from its beginning to its end, however many changes that took. */
final class Net {

    private final EntityType<?> type;
    private final UUID id;
    private final boolean appeared;
    private final Map<String, Delta> deltas = new LinkedHashMap<>();
    private boolean disappeared;
    private boolean followed = true;
    private @Nullable String createdAt;
    private @Nullable String version;

    private Net(EntityType<?> type, UUID id, Noted first) {
        this.type = type;
        this.id = id;
        this.appeared = first.action() == Change.Action.CREATE;
    }

    /** What happened to each record, in the order in which they were first met; history stands and is left out. */
    static Collection<Net> of(List<Noted> noted, Schema schema) {
        Map<UUID, Net> nets = new LinkedHashMap<>();
        for (Noted each : noted) {
            EntityType<?> type = schema.type(each.type());
            if (!type.isHistory()) {
                each.records()
                        .forEach(id -> nets.computeIfAbsent(id, first -> new Net(type, id, each))
                                .add(each));
            }
        }
        return new ArrayList<>(nets.values());
    }

    private void add(Noted change) {
        disappeared = change.action() == Change.Action.DELETE;
        followed &= change.followed() || type.isMadeByCrm();
        List<Delta> values = new ArrayList<>(change.deltas());
        if (change.action() != Change.Action.UPDATE) {
            takeStanding(change.action(), values);
        }
        for (Delta delta : values) {
            deltas.merge(
                    delta.property(),
                    delta,
                    (former, latter) -> new Delta(former.property(), former.before(), latter.after()));
        }
    }

    /** What tells of the record itself stands last, after all properties. */
    private void takeStanding(Change.Action action, List<Delta> values) {
        if (action == Change.Action.DELETE) {
            version = take(Change.VERSION, values);
        }
        String created = take(Change.CREATED_AT, values);
        if (action == Change.Action.DELETE) {
            createdAt = created;
        }
    }

    private static @Nullable String take(String name, List<Delta> values) {
        Delta last = values.isEmpty() ? null : values.get(values.size() - 1);
        if (last == null || !last.property().equals(name)) {
            return null;
        }
        values.remove(values.size() - 1);
        return last.before();
    }

    EntityType<?> type() {
        return type;
    }

    UUID id() {
        return id;
    }

    /** Whether the record was not there before and was afterwards. */
    boolean isCreation() {
        return appeared && !disappeared;
    }

    /** Whether the record was there before and was not afterwards. */
    boolean isDeletion() {
        return !appeared && disappeared;
    }

    /** Whether the record was there neither before nor afterwards. */
    boolean isNothing() {
        return appeared && disappeared;
    }

    /** Whether all of it followed of itself, so that nobody was asked for permission. */
    boolean isFollowed() {
        return followed;
    }

    /** The properties' values before and after, by their names. */
    Map<String, Delta> deltas() {
        return deltas;
    }

    /** When a record that was deleted was first saved; null when history does not tell. */
    @Nullable
    String createdAt() {
        return createdAt;
    }

    /** The version in which a record was deleted. */
    long version() {
        return version == null ? 0 : Long.parseLong(version);
    }
}
