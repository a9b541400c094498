package org.clientele.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.door.Door;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.clientele.sync.SyncOutcome.Kind;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Takes what a remote tells of some records, each once, with all that is noted about them. For one transaction. */
final class Inbound<R extends CrmRecord> {

    private final Connection connection;
    private final ConnectorLayout<R> layout;
    private final Lane lane;
    private final Door door;
    private final Links links;
    private final Arrivals<R> arrivals;
    private final Map<UUID, AnyRef> coming = new HashMap<>();
    private final List<Entry<R>> entries = new ArrayList<>();
    private final List<SyncOutcome> outcomes = new ArrayList<>();
    private final boolean breaksCircles;

    /**
     * For records of one connector.
     *
     * @param breaksCircles whether a record is taken without pointing to one that waits itself, and goes on waiting for that
     */
    Inbound(Connection connection, ConnectorLayout<R> layout, Door door, Links links, boolean breaksCircles) {
        this.breaksCircles = breaksCircles;
        this.connection = connection;
        this.layout = layout;
        this.lane = connection.lane(layout.name);
        this.door = door;
        this.links = links;
        this.arrivals = new Arrivals<>(layout, lane.id(), door, links);
    }

    /**
     * A write that is to be done.
     *
     * @param write null when the record stays as it is
     * @param meeting null for a record that is gone at the remote
     * @param gaps what it does not point to yet
     */
    private record Entry<R extends CrmRecord>(
            RemoteRecord<R> remote,
            R record,
            @Nullable Write<R> write,
            @Nullable Meeting<R> meeting,
            List<Gap> gaps) {}

    /** A record that is not there yet, and where it is missed. */
    private record Gap(UUID awaited, String reason, boolean mayStay) {}

    /** Takes them; what the door refuses leaves the others. What the store refuses is thrown, and the transaction is lost. */
    List<SyncOutcome> take(List<RemoteRecord<R>> remotes) {
        links.read(linksOf(remotes));
        List<SyncLink> known = new ArrayList<>();
        List<RemoteRecord<R>> unlinked = new ArrayList<>();
        for (RemoteRecord<R> remote : remotes) {
            SyncLink link = links.get(lane.link(remote.externalId()));
            if (link != null && link.getRecord() != null) {
                known.add(link);
            } else if (!remote.isDeleted() && (link == null || !link.isOfDeleted())) {
                unlinked.add(remote);
            }
        }
        arrivals.readLinked(known);
        arrivals.readUnlinked(unlinked);
        remotes.forEach(this::takeOne);
        write(entries);
        return outcomes;
    }

    private Set<UUID> linksOf(List<RemoteRecord<R>> remotes) {
        Set<UUID> ids = new HashSet<>();
        for (RemoteRecord<R> remote : remotes) {
            ids.add(lane.link(remote.externalId()));
            layout.references.forEach((property, connector) -> {
                String target = remote.text(property);
                if (target != null) {
                    ids.add(connection.lane(connector).link(target));
                }
            });
        }
        return ids;
    }

    private void takeOne(RemoteRecord<R> remote) {
        SyncLink link = links.get(lane.link(remote.externalId()));
        if (link != null && isOutdated(remote, link)) {
            note(remote, Kind.UNCHANGED, link.getRecord(), "a later state of it was taken already");
        } else if (remote.isDeleted()) {
            go(remote, link);
        } else if (link != null && link.isOfDeleted()) {
            note(remote, Kind.UNCHANGED, null, "was deleted here");
        } else {
            try {
                meet(link != null && link.isHeld() ? remote.over(link.told()) : remote, link);
            } catch (IllegalArgumentException bad) {
                refuse(remote, String.valueOf(bad.getMessage()));
            }
        }
    }

    private static boolean isOutdated(RemoteRecord<?> remote, SyncLink link) {
        long known = link.isHeld() ? Math.max(link.revision(), link.told().revision()) : link.revision();
        return !remote.isDeleted() && remote.revision() < known;
    }

    private void go(RemoteRecord<R> remote, @Nullable SyncLink link) {
        AnyRef reference = link == null ? null : link.getRecord();
        R record = reference == null ? null : arrivals.linked(reference).orElse(null);
        if (record == null || (!layout.deletes && layout.departure == null)) {
            if (link != null && reference == null) {
                links.drop(link.getId());
            }
            note(remote, Kind.UNCHANGED, reference, "is gone at the remote");
            return;
        }
        entries.add(new Entry<>(remote, record, departure(record), null, List.of()));
    }

    private Write<R> departure(R record) {
        EntityType<R> own = door.schema().typeOf(record);
        R after = own.copy(record);
        if (layout.departure != null) {
            layout.departure.accept(after);
        }
        return layout.deletes ? new Write.Delete<>(own, record) : new Write.Update<>(own, record, after);
    }

    private void meet(RemoteRecord<R> remote, @Nullable SyncLink link) {
        Map<String, @Nullable String> said = new LinkedHashMap<>();
        List<Gap> gaps = new ArrayList<>();
        for (Property<? super R, ?> property : layout.properties) {
            if (remote.tells(property.name())) {
                say(remote, property, said).ifPresent(gaps::add);
            }
        }
        if (!gaps.stream().allMatch(Gap::mayStay)) {
            hold(remote, gaps.get(0));
            return;
        }
        Snapshot before = link == null ? new Snapshot() : link.snapshot();
        Meeting<R> meeting = new Meeting<>(layout, remote, said, before);
        AnyRef reference = link == null ? null : link.getRecord();
        R known = (reference == null ? arrivals.matched(remote) : arrivals.linked(reference)).orElse(null);
        if (known != null) {
            EntityType<R> own = door.schema().typeOf(known);
            R after = own.copy(known);
            boolean changes = meeting.change(after);
            add(new Entry<>(remote, known, changes ? new Write.Update<>(own, known, after) : null, meeting, gaps));
        } else {
            R fresh = layout.type.newRecord();
            layout.creation.accept(fresh);
            meeting.fill(fresh);
            add(new Entry<>(remote, fresh, new Write.Insert<>(layout.type, fresh), meeting, gaps));
        }
    }

    private void add(Entry<R> entry) {
        entries.add(entry);
        coming.put(lane.link(entry.remote.externalId()), Arrivals.reference(door, entry.record));
    }

    /** Notes what the remote tells of a property, unless that is a record which is not there yet. */
    private Optional<Gap> say(
            RemoteRecord<R> remote, Property<? super R, ?> property, Map<String, @Nullable String> said) {
        String name = property.name();
        String text = remote.text(name);
        String connector = layout.references.get(name);
        if (connector == null || text == null) {
            said.put(name, text);
            return Optional.empty();
        }
        UUID awaited = connection.lane(connector).link(text);
        SyncLink link = links.get(awaited);
        AnyRef target = coming.get(awaited);
        if (target == null && link != null) {
            target = link.getRecord();
        }
        if (target != null) {
            said.put(name, target.id().toString());
            return Optional.empty();
        }
        boolean isWaiting = link != null && link.getState() == SyncLink.State.WAITING;
        return Optional.of(new Gap(
                awaited,
                name + " points to '" + text + "' of " + connector + ", which is not there yet",
                breaksCircles && isWaiting && !property.has(Traits.Required.class)));
    }

    private void hold(RemoteRecord<R> remote, Gap gap) {
        hold(remote, gap.awaited, gap.reason);
    }

    private void hold(RemoteRecord<R> remote, @Nullable UUID awaited, String reason) {
        SyncLink draft = links.draft(lane, remote.externalId());
        draft.hold(remote, awaited, reason);
        links.keep(draft);
        note(remote, awaited == null ? Kind.REFUSED : Kind.WAITING, draft.getRecord(), reason);
    }

    /** Keeps what can not be taken. */
    List<SyncOutcome> refuse(RemoteRecord<R> remote, String reason) {
        links.read(List.of(lane.link(remote.externalId())));
        hold(remote, null, reason);
        return outcomes;
    }

    private void note(RemoteRecord<R> remote, Kind kind, @Nullable AnyRef record, @Nullable String reason) {
        outcomes.add(new SyncOutcome(layout.name, remote.externalId(), kind, record, reason));
    }

    /** Writes all of these, or those that are not refused: when something is, one half of them and then the other. */
    private void write(List<Entry<R>> some) {
        List<Write<?>> writes = some.stream()
                .<Write<?>>map(Entry::write)
                .filter(Objects::nonNull)
                .toList();
        List<CrmRecord> stored;
        try {
            stored = writes.isEmpty() ? List.of() : door.write(writes);
        } catch (DuplicateRecordException | StaleRecordException lost) {
            throw lost;
        } catch (CrmException refused) {
            if (some.size() == 1) {
                refuse(some.get(0).remote, String.valueOf(refused.getMessage()));
            } else {
                write(some.subList(0, some.size() / 2));
                write(some.subList(some.size() / 2, some.size()));
            }
            return;
        }
        int next = 0;
        for (Entry<R> entry : some) {
            settle(entry, entry.write == null ? entry.record : stored.get(next++));
        }
    }

    @SuppressWarnings("unchecked") // what is stored is of the type that was written
    private void settle(Entry<R> entry, CrmRecord stored) {
        RemoteRecord<R> remote = entry.remote;
        AnyRef reference = Arrivals.reference(door, stored);
        if (entry.write instanceof Write.Delete<R>) {
            links.drop(lane.link(remote.externalId()));
            note(remote, Kind.DELETED, reference, null);
            return;
        }
        SyncLink draft = links.draft(lane, remote.externalId());
        Meeting<R> meeting = entry.meeting;
        if (meeting == null) {
            draft.become(SyncLink.State.ALIKE);
        } else {
            long revision = Math.max(remote.revision(), draft.revision());
            draft.settle(reference, meeting.settled((R) stored), revision, meeting.isOwed());
            entry.gaps.stream().findFirst().ifPresent(gap -> draft.hold(remote, gap.awaited, gap.reason));
        }
        links.keep(draft);
        boolean isNew = entry.write instanceof Write.Insert<R>;
        boolean isSame = entry.write == null || Objects.equals(stored.getVersion(), entry.record.getVersion());
        note(remote, isNew ? Kind.ADDED : isSame ? Kind.UNCHANGED : Kind.UPDATED, reference, null);
    }
}
