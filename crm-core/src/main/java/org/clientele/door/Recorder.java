package org.clientele.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.access.Actor;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Delta;
import org.clientele.journal.Diff;
import org.clientele.journal.Difference;
import org.clientele.journal.Noted;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.model.Schema;
import org.clientele.organization.Organization;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** Notes every write of a transaction as a change of its one change set. */
final class Recorder {

    private final Schema schema;
    private final UUID id = TimeOrderedId.next();
    private final List<Noted> noted = new ArrayList<>();
    private @Nullable UUID undoes;

    Recorder(Schema schema) {
        this.schema = schema;
    }

    UUID changeSet() {
        return id;
    }

    /** Whether there is nothing to tell of. */
    boolean isEmpty() {
        return noted.isEmpty();
    }

    /**
     * Notes one write.
     *
     * @param followed whether it followed of itself from others
     */
    <R extends CrmRecord> void note(Write<R> write, boolean followed) {
        EntityType<R> type = write.type();
        R record = write.record();
        Change.Action action = write instanceof Write.Insert<R>
                ? Change.Action.CREATE
                : write instanceof Write.Update<R> ? Change.Action.UPDATE : Change.Action.DELETE;
        R before = write instanceof Write.Update<R> update
                ? update.before()
                : write instanceof Write.Delete<R> delete ? delete.before() : null;
        R after = write instanceof Write.Delete<R> ? null : record;
        List<Difference<?, ?>> differences = Diff.between(schema, type, before, after);
        List<Delta> deltas = new ArrayList<>(differences.size());
        differences.forEach(difference -> deltas.add(difference.delta()));
        addStanding(action, record, deltas);
        note(new Noted(
                action,
                type.name(),
                List.of(record.getId()),
                type.nameOf(record),
                deltas,
                followed,
                organization(type, record)));
    }

    /** What a record needs besides its values to come back as the one that it was. */
    private static void addStanding(Change.Action action, CrmRecord record, List<Delta> deltas) {
        if (action == Change.Action.DELETE) {
            deltas.add(new Delta(Change.CREATED_AT, created(record), null));
            deltas.add(new Delta(Change.VERSION, String.valueOf(record.getVersion()), null));
        } else if (action == Change.Action.CREATE && !record.isNew()) {
            deltas.add(new Delta(Change.CREATED_AT, null, created(record)));
        }
    }

    private static @Nullable String created(CrmRecord record) {
        Instant createdAt = record.getCreatedAt();
        return createdAt == null ? null : CrmRecord.CREATED_AT.toText(createdAt);
    }

    /** Notes what was done to many records alike. */
    void note(Noted what) {
        noted.add(what);
    }

    private static <R extends CrmRecord> @Nullable Ref<Organization> organization(EntityType<R> type, R record) {
        if (type.owning().filter(Ownership.Kind.ORGANIZATION::equals).isPresent()) {
            return new Ref<>(record.getId());
        }
        return type.ownership()
                .map(ownership -> ownership.organization().get(record))
                .map(ref -> new Ref<Organization>(ref.id()))
                .orElse(null);
    }

    /** What was noted, in this order. */
    List<Noted> noted() {
        return noted;
    }

    /** The change set, without its changes. */
    ChangeSet changeSet(Instant now, Actor actor, String reason) {
        return new ChangeSet(
                id, now, actor.user() == null ? null : actor.user().id(), actor.name(), reason, undoes, List.of());
    }

    /** Says that the change set takes another one back. */
    void undoes(UUID other) {
        undoes = other;
    }
}
