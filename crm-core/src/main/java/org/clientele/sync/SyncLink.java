package org.clientele.sync;

import static org.clientele.property.Traits.indexed;
import static org.clientele.property.Traits.required;

import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.IdProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.TextProperty;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/**
 * That a record here and one at a remote are the same, with what both had when they were last alike; or what the remote told of
 * one that could not be taken yet, and why not. The CRM alone makes it. It moves in a merge, and stays when the record here is
 * deleted, so that the remote's word does not bring that back.
 */
public class SyncLink extends CrmRecord {

    public static final IdProperty<SyncLink> LANE = IdProperty.of(
                    "lane", (SyncLink link) -> link.lane, (link, value) -> link.lane = value)
            .with(required(), indexed());
    /** The lane once more, unless both are alike: there are few such links among many. */
    static final IdProperty<SyncLink> OPEN_LANE = IdProperty.of(
                    "openLane", (SyncLink link) -> link.openLane, (link, value) -> link.openLane = value)
            .with(indexed());
    /** What the remote knows the record by. */
    public static final TextProperty<SyncLink> EXTERNAL_ID =
            TextProperty.of("externalId", SyncLink::getExternalId, (link, value) -> link.externalId = value);

    public static final AnyReferenceProperty<SyncLink> RECORD = AnyReferenceProperty.of(
            "record", SyncLink::getRecord, (SyncLink link, AnyRef value) -> link.record = value);

    static final NumberProperty<SyncLink, Long> REVISION =
            NumberProperty.ofLong("revision", link -> link.revision, (link, value) -> link.revision = value);
    static final TextProperty<SyncLink> SNAPSHOT =
            TextProperty.of("snapshot", link -> link.snapshot, (link, value) -> link.snapshot = value);
    /** The name of its {@link State}. */
    public static final TextProperty<SyncLink> STATE =
            TextProperty.of("state", (SyncLink link) -> link.state, (link, value) -> link.state = value);

    static final TextProperty<SyncLink> TOLD =
            TextProperty.of("told", link -> link.told, (link, value) -> link.told = value);
    static final IdProperty<SyncLink> AWAITED =
            IdProperty.of("awaited", link -> link.awaited, (link, value) -> link.awaited = value);
    /** Why it waits or was refused. */
    public static final TextProperty<SyncLink> REASON =
            TextProperty.of("reason", SyncLink::getReason, (link, value) -> link.reason = value);

    public static final EntityType<SyncLink> TYPE = EntityType.define(
            "sync link",
            SyncLink.class,
            SyncLink::new,
            type -> type.properties(
                            LANE, OPEN_LANE, EXTERNAL_ID, RECORD, REVISION, SNAPSHOT, STATE, TOLD, AWAITED, REASON)
                    .named(EXTERNAL_ID)
                    .madeByCrm());

    private @Nullable UUID lane;
    private @Nullable UUID openLane;
    private @Nullable String externalId;
    private @Nullable AnyRef record;
    private @Nullable Long revision;
    private @Nullable String snapshot;
    private @Nullable String state;
    private @Nullable String told;
    private @Nullable UUID awaited;
    private @Nullable String reason;

    /** An empty link. */
    protected SyncLink() {}

    /** How the two records stand to each other. */
    public enum State {
        /** Both are alike. */
        ALIKE,
        /** What the remote told waits for a record that it points to. */
        WAITING,
        /** What the remote told can not be taken as it is. */
        REFUSED,
        /** What is here is to be sent. */
        OWED
    }

    /** The link of a remote record, of which nothing is known yet. */
    static SyncLink of(Lane lane, String externalId) {
        SyncLink link = TYPE.newRecord(lane.link(externalId), null);
        link.lane = lane.id();
        link.externalId = externalId;
        link.become(State.ALIKE);
        return link;
    }

    /** What the remote told is kept as it can not be taken. */
    void hold(RemoteRecord<?> remote, @Nullable UUID newAwaited, String newReason) {
        become(newAwaited == null ? State.REFUSED : State.WAITING);
        told = remote.toText();
        awaited = newAwaited;
        reason = newReason;
    }

    /** What the remote told is taken: it is this record, and these are the values of both sides. */
    void settle(AnyRef newRecord, Snapshot values, long newRevision, boolean isOwed) {
        become(isOwed ? State.OWED : State.ALIKE);
        record = newRecord;
        snapshot = values.toString();
        revision = newRevision;
    }

    /** The remote has not taken what it is owed. */
    void owe(String newReason) {
        become(State.OWED);
        reason = newReason;
    }

    /** Nothing is held or owed. */
    void become(State newState) {
        state = newState.name();
        openLane = newState == State.ALIKE ? null : lane;
        told = null;
        awaited = null;
        reason = null;
    }

    /** Whether the record here was deleted. */
    boolean isOfDeleted() {
        return record == null && snapshot != null;
    }

    boolean isHeld() {
        return told != null;
    }

    /** What the remote told; for a link that holds it. */
    <R> RemoteRecord<R> told() {
        return RemoteRecord.read(getExternalId(), Objects.requireNonNull(told));
    }

    /** The link of the record that it waits for; null for none. */
    @Nullable
    UUID awaited() {
        return awaited;
    }

    Snapshot snapshot() {
        return Snapshot.read(snapshot);
    }

    long revision() {
        return revision == null ? 0 : revision;
    }

    /** What the remote knows the record by. */
    public String getExternalId() {
        return String.valueOf(externalId);
    }

    /** The record here; null when it was deleted, and while what the remote told is not taken. */
    public @Nullable AnyRef getRecord() {
        return record;
    }

    public State getState() {
        return state == null ? State.ALIKE : State.valueOf(state);
    }

    /** Why it waits or was refused. */
    public @Nullable String getReason() {
        return reason;
    }
}
