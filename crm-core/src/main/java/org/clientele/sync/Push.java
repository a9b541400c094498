package org.clientele.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.sync.SyncOutcome.Kind;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Writes at a remote what was changed here and what it does not have yet. For one thread. */
final class Push<R extends CrmRecord> {

    private static final int AT_ONCE = 100;
    /** For so long a transaction here may last; what it changed before is found all the same. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);

    private final Site site;
    private final ConnectorLayout<R> layout;
    private final Lane lane;
    private final Standing standing;

    Push(Site site, ConnectorLayout<R> layout, Standing standing) {
        this.site = site;
        this.layout = layout;
        this.lane = site.connection().lane(layout.name);
        this.standing = standing;
    }

    /** What became of a record that was on its way. */
    private record Came(
            Parcel<?> parcel,
            @Nullable Written written,
            @Nullable String refusal) {}

    /** Writes everything; halts where it must not go on. */
    void all(Runnable check) {
        Instant begun = site.now();
        List<UUID> ids = new ArrayList<>(site.within(this::candidates));
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            check.run();
            List<UUID> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            sendAll(site.within(door -> new Packing<>(site.connection(), layout, door).pack(some)));
        }
        standing.step(0, door -> List.of(), at -> at.setSentAt(begun.minus(OVERLAP)));
    }

    private Set<UUID> candidates(Door door) {
        Criterion<R> linked = SyncLink.TYPE.anyPointingBy(SyncLink.RECORD, SyncLink.LANE.is(lane.id()));
        Instant since = standing.position().sentAt();
        Criterion<R> changed = since == null ? linked : linked.and(CrmRecord.UPDATED_AT.atLeast(since));
        Set<UUID> ids = new LinkedHashSet<>(ids(changed, door));
        Query<SyncLink> owed =
                Query.<SyncLink>of(SyncLink.OPEN_LANE.is(lane.id()).and(SyncLink.STATE.is(SyncLink.State.OWED.name())));
        door.books()
                .values(SyncLink.TYPE, owed, List.of(SyncLink.RECORD))
                .forEach(row -> Optional.ofNullable((AnyRef) row.get(0)).ifPresent(ref -> ids.add(ref.id())));
        Criterion<? super R> sendable = layout.sendable;
        if (sendable != null) {
            ids.addAll(ids(linked.negate().and(sendable), door));
        }
        return ids;
    }

    private List<UUID> ids(Criterion<? super R> where, Door door) {
        return door.values(layout.type, Query.<R>of(where), List.of(CrmRecord.ID))
                .map(row -> (UUID) Objects.requireNonNull(row.get(0)))
                .toList();
    }

    private void sendAll(List<Parcel<R>> parcels) {
        List<Came> came = new ArrayList<>();
        RuntimeException failure = null;
        for (Parcel<R> parcel : parcels) {
            try {
                came.add(send(parcel));
            } catch (RuntimeException failed) {
                failure = failed;
                break;
            }
        }
        if (!came.isEmpty()) {
            standing.step(0, door -> note(came, door), at -> {});
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Came send(Parcel<R> parcel) {
        Outgoing<R> outgoing = parcel.outgoing();
        String known = parcel.known();
        if (known != null && parcel.here().isEmpty()) {
            return new Came(parcel, new Written(known, 0), null);
        } else if (outgoing == null) {
            return new Came(parcel, null, parcel.obstacle());
        }
        try {
            return new Came(parcel, Patience.ask(layout.name, "write", () -> layout.connector.write(outgoing)), null);
        } catch (RemoteRefusalException refused) {
            return new Came(parcel, null, String.valueOf(refused.getMessage()));
        }
    }

    private List<SyncOutcome> note(List<Came> came, Door door) {
        Links links = new Links(door.books(), site.now());
        Set<UUID> ids = new LinkedHashSet<>();
        came.forEach(one -> one.parcel.externalId(one.written).ifPresent(id -> ids.add(lane.link(id))));
        links.read(ids);
        List<SyncOutcome> outcomes = came.stream().map(one -> note(one, links)).toList();
        links.write();
        return outcomes;
    }

    private SyncOutcome note(Came came, Links links) {
        Parcel<?> parcel = came.parcel;
        String externalId = parcel.externalId(came.written).orElse(null);
        String refusal = came.refusal;
        Written written = came.written;
        if (externalId == null || written == null) {
            if (externalId != null) {
                SyncLink draft = links.draft(lane, externalId);
                draft.owe(String.valueOf(refusal));
                links.keep(draft);
            }
            Kind kind = parcel.outgoing() == null ? Kind.WAITING : Kind.REFUSED;
            return new SyncOutcome(layout.name, externalId, kind, parcel.record(), refusal);
        }
        SyncLink draft = links.draft(lane, externalId);
        AnyRef other = draft.getRecord();
        if (other != null && !other.equals(parcel.record())) {
            return new SyncOutcome(
                    layout.name,
                    externalId,
                    Kind.REFUSED,
                    parcel.record(),
                    "the remote took it for " + other + "; merge the two, or make them differ");
        }
        draft.settle(
                parcel.record(), parcel.sent(draft.snapshot()), Math.max(written.revision(), draft.revision()), false);
        links.keep(draft);
        Kind kind = parcel.here().isEmpty() ? Kind.UNCHANGED : Kind.SENT;
        return new SyncOutcome(layout.name, externalId, kind, parcel.record(), null);
    }
}
