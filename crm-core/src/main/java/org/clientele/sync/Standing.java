package org.clientele.sync;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** How far the run of one connector has come, as it is stored: every step is written with what it did. For one thread. */
final class Standing {

    private final Site site;
    private final Lane lane;
    private final Consumer<SyncOutcome> onRecord;
    private @Nullable SyncPosition stored;

    Standing(Site site, Lane lane, Consumer<SyncOutcome> onRecord) {
        this.site = site;
        this.lane = lane;
        this.onRecord = onRecord;
    }

    /** What became of records, and how far the run has come by that. */
    private record Step(List<SyncOutcome> outcomes, SyncPosition position) {}

    /** Begins a run, or goes on with the one that was interrupted. */
    SyncPosition begin() {
        SyncPosition begun = site.within(door -> {
            Records books = door.books();
            SyncPosition before = books.find(SyncPosition.TYPE, lane.id()).orElse(null);
            SyncPosition after = before == null ? SyncPosition.of(lane) : SyncPosition.TYPE.copy(before);
            after.start(site.now());
            return write(before, after, books);
        });
        stored = begun;
        return begun;
    }

    SyncPosition position() {
        return stored == null ? begin() : stored;
    }

    boolean hasBegun() {
        return stored != null;
    }

    /**
     * Takes a step: does something and notes it, in one transaction, and tells of it once that is kept.
     *
     * @param read how many records the remote told of
     */
    void step(long read, Function<Door, List<SyncOutcome>> work, Consumer<SyncPosition> move) {
        SyncPosition before = position();
        Step taken = site.within(door -> {
            List<SyncOutcome> outcomes = work.apply(door);
            SyncPosition after = SyncPosition.TYPE.copy(before);
            move.accept(after);
            after.setCounts(before.counts().plus(read, outcomes));
            return new Step(outcomes, write(before, after, door.books()));
        });
        stored = taken.position;
        tell(taken.outcomes);
    }

    private void tell(Collection<SyncOutcome> outcomes) {
        outcomes.forEach(onRecord);
    }

    private static SyncPosition write(@Nullable SyncPosition before, SyncPosition after, Records books) {
        Write<SyncPosition> write = before == null
                ? new Write.Insert<>(SyncPosition.TYPE, after)
                : new Write.Update<>(SyncPosition.TYPE, before, after);
        return (SyncPosition) books.write(List.of(write)).get(0);
    }

    /** IllegalStateException when somebody else synchronises the same. */
    void requireOwn() {
        SyncPosition own = position();
        boolean isOwn = site.within(door -> door.books()
                .find(SyncPosition.TYPE, lane.id())
                .filter(there -> Objects.equals(there.getVersion(), own.getVersion()))
                .isPresent());
        if (!isOwn) {
            throw new IllegalStateException("'" + lane.connector() + "' of " + lane.connection()
                    + " is synchronised by somebody else at the same time; let one run come to its end first");
        }
    }

    /** Ends the run, with a record of how it was. */
    SyncReport.Of end(SyncStatus status, String message) {
        SyncPosition before = stored;
        if (before == null) {
            return new SyncReport.Of(lane.connector(), status, SyncCounts.NONE, message);
        }
        SyncReport.Of came = new SyncReport.Of(lane.connector(), status, before.counts(), message);
        site.within(door -> {
            SyncPosition after = SyncPosition.TYPE.copy(before);
            SyncRun run = SyncRun.of(lane, after.start(site.now()), site.now(), came);
            CrmRecord.CREATED_AT.set(run, site.now());
            after.end();
            door.books().write(List.of(new Write.Insert<>(SyncRun.TYPE, run)));
            return write(before, after, door.books());
        });
        return came;
    }
}
