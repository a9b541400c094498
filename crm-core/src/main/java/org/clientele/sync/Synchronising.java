package org.clientele.sync;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.criteria.Query;
import org.clientele.store.Records;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.sync.Pull.Which;

/** The synchronisation of one connection: its runs, and what is noted about it. Thread-safe; a run takes one thread. */
public final class Synchronising {

    private final Site site;

    /** In transactions of somebody who may do everything. */
    public Synchronising(Transactions transactions, Connection connection, Clock clock) {
        this.site = new Site(transactions, connection, clock);
    }

    /** Runs all connectors: takes everything in, then sends. */
    public SyncReport run(Consumer<SyncOutcome> onRecord) {
        List<LaneRun<?>> lanes = site.connection().connectors().stream()
                .<LaneRun<?>>map(layout -> new LaneRun<>(site, layout, onRecord))
                .toList();
        lanes.forEach(LaneRun::pull);
        boolean progress;
        do {
            progress = retry(lanes, Which.COMPLETE) || retry(lanes, Which.IN_CIRCLES);
        } while (progress);
        lanes.forEach(LaneRun::push);
        return new SyncReport(lanes.stream().map(LaneRun::end).toList());
    }

    private static boolean retry(List<LaneRun<?>> lanes, Which which) {
        boolean progress = false;
        for (LaneRun<?> lane : lanes) {
            progress |= lane.retry(which);
        }
        return progress;
    }

    /** Has runs end after the page at hand, and none begin. */
    public void setPaused(boolean paused) {
        Lane whole = site.connection().whole();
        site.<Void>within(door -> {
            Records books = door.books();
            SyncPosition before = books.find(SyncPosition.TYPE, whole.id()).orElse(null);
            SyncPosition after = before == null ? SyncPosition.of(whole) : SyncPosition.TYPE.copy(before);
            after.setPaused(paused);
            books.write(List.of(
                    before == null
                            ? new Write.Insert<>(SyncPosition.TYPE, after)
                            : new Write.Update<>(SyncPosition.TYPE, before, after)));
            return null;
        });
    }

    /** Whether it is paused. */
    public boolean isPaused() {
        return site.halt().filter(SyncStatus.PAUSED::equals).isPresent();
    }

    /** How the last runs of its connectors ended, the latest first. */
    public List<SyncRun> runs(int most) {
        return site.within(door -> door.books()
                .select(
                        SyncRun.TYPE,
                        Query.<SyncRun>of(SyncRun.LANE.in(lanes()))
                                .orderedBy(List.of(SyncRun.ENDED_AT.desc()))
                                .stretch(0, most))
                .toList());
    }

    /** The links of what waits, was refused or is to be sent. */
    public List<SyncLink> open(int most) {
        return site.within(door -> door.books()
                .select(
                        SyncLink.TYPE,
                        Query.<SyncLink>of(SyncLink.OPEN_LANE.in(lanes())).stretch(0, most))
                .toList());
    }

    private Set<UUID> lanes() {
        Connection connection = site.connection();
        return connection.connectors().stream()
                .map(layout -> connection.lane(layout.name).id())
                .collect(Collectors.toSet());
    }
}
