package org.clientele.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.store.StaleRecordException;
import org.clientele.sync.SyncOutcome.Kind;

/** Takes in what a remote tells, page by page, and tries again what could not be taken before. For one thread. */
final class Pull<R extends CrmRecord> {

    /** Records of one transaction at most. */
    private static final int AT_ONCE = 500;

    private static final int TRIES_WHEN_STALE = 3;

    private final Site site;
    private final ConnectorLayout<R> layout;
    private final Lane lane;
    private final Standing standing;

    Pull(Site site, ConnectorLayout<R> layout, Standing standing) {
        this.site = site;
        this.layout = layout;
        this.lane = site.connection().lane(layout.name);
        this.standing = standing;
    }

    /** Takes the next page; whether there is more. */
    boolean next() {
        if (standing.position().isAtItsStart()) {
            Optional<Beginning> beginning = Patience.ask(layout.name, "beginning", layout.connector::beginning);
            beginning.ifPresent(
                    known -> standing.step(0, door -> List.of(), at -> at.goBackFrom(known, layout.interval)));
        }
        SyncPosition at = standing.position();
        RemotePage<R> page = at.isGoingBack()
                ? Patience.ask(
                        layout.name,
                        "changedWithin",
                        () -> layout.connector.changedWithin(at.interval(), at.markWithin()))
                : Patience.ask(layout.name, "changes", () -> layout.connector.changes(at.mark()));
        if (page.hasMore()
                && page.records().isEmpty()
                && page.mark().equals(at.isGoingBack() ? at.markWithin() : at.mark())) {
            throw new IllegalStateException("'" + layout.name + "' has more to tell after " + page.mark()
                    + ", and tells nothing; let the connector move its mark");
        }
        take(page);
        return at.isGoingBack() || page.hasMore();
    }

    private void take(RemotePage<R> page) {
        List<RemoteRecord<R>> records = RemoteRecord.latest(page.records());
        int from = 0;
        long read = page.records().size();
        while (records.size() - from > AT_ONCE) {
            take(records.subList(from, from + AT_ONCE), read, at -> {}, false);
            from += AT_ONCE;
            read = 0;
        }
        take(records.subList(from, records.size()), read, at -> at.advance(page, layout.interval), false);
    }

    /** Takes these in one transaction, or in halves when that is lost. */
    private void take(List<RemoteRecord<R>> records, long read, Consumer<SyncPosition> move, boolean breaksCircles) {
        try {
            standing.step(read, door -> taken(records, breaksCircles, door), move);
        } catch (RuntimeException lost) {
            standing.requireOwn();
            if (records.isEmpty()) {
                throw lost;
            } else if (records.size() == 1) {
                takeAlone(records, read, move, lost);
            } else {
                int half = records.size() / 2;
                take(records.subList(0, half), read, at -> {}, breaksCircles);
                take(records.subList(half, records.size()), 0, move, breaksCircles);
            }
        }
    }

    private void takeAlone(List<RemoteRecord<R>> one, long read, Consumer<SyncPosition> move, RuntimeException first) {
        RuntimeException lost = first;
        for (int tries = 1; tries < TRIES_WHEN_STALE && lost instanceof StaleRecordException; tries++) {
            try {
                standing.step(read, door -> taken(one, false, door), move);
                return;
            } catch (RuntimeException again) {
                standing.requireOwn();
                lost = again;
            }
        }
        String reason = String.valueOf(lost.getMessage());
        standing.step(read, door -> refused(one.get(0), reason, door), move);
    }

    private List<SyncOutcome> taken(List<RemoteRecord<R>> records, boolean breaksCircles, Door door) {
        Links links = new Links(door.books(), site.now());
        List<SyncOutcome> outcomes = new Inbound<>(site.connection(), layout, door, links, breaksCircles).take(records);
        links.write();
        return outcomes;
    }

    private List<SyncOutcome> refused(RemoteRecord<R> record, String reason, Door door) {
        Links links = new Links(door.books(), site.now());
        List<SyncOutcome> outcomes =
                new Inbound<>(site.connection(), layout, door, links, false).refuse(record, reason);
        links.write();
        return outcomes;
    }

    /** What of that which could not be taken is tried again. */
    enum Which {
        /** What waits for a record that is there by now. */
        COMPLETE,
        /** What waits for a record that waits itself: it is taken, and goes on waiting. */
        IN_CIRCLES,
        /** What waits for a record that is there by now, and what was refused. */
        ALSO_REFUSED
    }

    /** Tries again what could not be taken; whether any of it was taken. */
    boolean retry(Which which) {
        List<UUID> held = site.within(door -> held(which, door));
        boolean progress = false;
        for (int from = 0; from < held.size(); from += AT_ONCE) {
            List<UUID> some = held.subList(from, Math.min(from + AT_ONCE, held.size()));
            List<RemoteRecord<R>> ready = site.within(door -> ready(some, which, door));
            if (!ready.isEmpty()) {
                long before = notTaken();
                take(ready, 0, at -> {}, which == Which.IN_CIRCLES);
                progress |= notTaken() - before < ready.size();
            }
        }
        return progress;
    }

    private long notTaken() {
        SyncCounts counts = standing.position().counts();
        return counts.of(Kind.WAITING) + counts.of(Kind.REFUSED);
    }

    private List<UUID> held(Which which, Door door) {
        List<String> states = new ArrayList<>(List.of(SyncLink.State.WAITING.name()));
        if (which == Which.ALSO_REFUSED) {
            states.add(SyncLink.State.REFUSED.name());
        }
        Query<SyncLink> query =
                Query.<SyncLink>of(SyncLink.OPEN_LANE.is(lane.id()).and(SyncLink.STATE.in(states)));
        return door.books()
                .values(SyncLink.TYPE, query, List.of(CrmRecord.ID))
                .map(row -> (UUID) Objects.requireNonNull(row.get(0)))
                .toList();
    }

    private List<RemoteRecord<R>> ready(List<UUID> held, Which which, Door door) {
        Links links = new Links(door.books(), site.now());
        links.read(held);
        List<SyncLink> all = held.stream()
                .map(links::get)
                .filter(Objects::nonNull)
                .filter(SyncLink::isHeld)
                .toList();
        links.read(all.stream().map(SyncLink::awaited).filter(Objects::nonNull).toList());
        return all.stream()
                .filter(link -> isReady(link, which, links))
                .<RemoteRecord<R>>map(SyncLink::told)
                .toList();
    }

    private static boolean isReady(SyncLink link, Which which, Links links) {
        UUID awaited = link.awaited();
        SyncLink other = awaited == null ? null : links.get(awaited);
        if (which == Which.IN_CIRCLES) {
            return link.getRecord() == null && other != null && other.getState() == SyncLink.State.WAITING;
        }
        return awaited == null || (other != null && other.getRecord() != null);
    }
}
