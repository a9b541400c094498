package org.clientele.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.BooleanProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * How far the synchronisation of one connector has come; written with what it did, in one transaction. The record of a
 * connection as a whole says whether that is paused. The CRM alone makes it, and the journal does not tell of it.
 */
public class SyncPosition extends CrmRecord {

    static final TextProperty<SyncPosition> CONNECTION =
            TextProperty.of("connection", (SyncPosition at) -> at.connection, (at, value) -> at.connection = value);
    static final TextProperty<SyncPosition> CONNECTOR =
            TextProperty.of("connector", (SyncPosition at) -> at.connector, (at, value) -> at.connector = value);
    /** Where the remote goes on from, in its words; while it goes back in time, where it goes on from after that. */
    static final TextProperty<SyncPosition> MARK =
            TextProperty.of("mark", at -> at.mark, (at, value) -> at.mark = value);
    /** The end of the interval at hand; null for the latest one. */
    static final InstantProperty<SyncPosition> UNTIL =
            InstantProperty.of("until", at -> at.until, (at, value) -> at.until = value);
    /** The start of the interval at hand; none when it does not go back in time. */
    static final InstantProperty<SyncPosition> SINCE =
            InstantProperty.of("since", at -> at.since, (at, value) -> at.since = value);

    static final InstantProperty<SyncPosition> EARLIEST =
            InstantProperty.of("earliest", at -> at.earliest, (at, value) -> at.earliest = value);
    static final TextProperty<SyncPosition> MARK_WITHIN =
            TextProperty.of("markWithin", at -> at.markWithin, (at, value) -> at.markWithin = value);
    /** By our clock: what was changed here before was looked at already. */
    static final InstantProperty<SyncPosition> SENT_AT =
            InstantProperty.of("sentAt", at -> at.sentAt, (at, value) -> at.sentAt = value);
    /** When the run began that is not at its end. */
    static final InstantProperty<SyncPosition> STARTED_AT =
            InstantProperty.of("startedAt", at -> at.startedAt, (at, value) -> at.startedAt = value);

    static final TextProperty<SyncPosition> COUNTS =
            TextProperty.of("counts", at -> at.counts, (at, value) -> at.counts = value);
    static final BooleanProperty<SyncPosition> PAUSED =
            BooleanProperty.of("paused", SyncPosition::isPaused, SyncPosition::setPaused);

    public static final EntityType<SyncPosition> TYPE = EntityType.define(
            "sync position",
            SyncPosition.class,
            SyncPosition::new,
            type -> type.properties(
                            CONNECTION,
                            CONNECTOR,
                            MARK,
                            UNTIL,
                            SINCE,
                            EARLIEST,
                            MARK_WITHIN,
                            SENT_AT,
                            STARTED_AT,
                            COUNTS,
                            PAUSED)
                    .madeByCrm());

    private @Nullable String connection;
    private @Nullable String connector;
    private @Nullable String mark;
    private @Nullable Instant until;
    private @Nullable Instant since;
    private @Nullable Instant earliest;
    private @Nullable String markWithin;
    private @Nullable Instant sentAt;
    private @Nullable Instant startedAt;
    private @Nullable String counts;
    private boolean paused;

    /** An empty position. */
    protected SyncPosition() {}

    static SyncPosition of(Lane lane) {
        SyncPosition at = TYPE.newRecord(lane.id(), null);
        at.connection = lane.connection();
        at.connector = lane.connector();
        return at;
    }

    boolean isAtItsStart() {
        return mark == null;
    }

    @Nullable
    String mark() {
        return mark;
    }

    /** From now on it goes back in time, an interval after the other. */
    void goBackFrom(Beginning beginning, Duration length) {
        mark = beginning.mark();
        earliest = beginning.earliest();
        since = beginning.now().minus(length);
        until = null;
        markWithin = null;
    }

    boolean isGoingBack() {
        return since != null;
    }

    /** The interval at hand: the last one has no start, so that nothing is left out, whatever the remote's clocks say. */
    Interval interval() {
        Instant from = Objects.requireNonNull(since);
        return new Interval(from.isAfter(Objects.requireNonNull(earliest)) ? from : null, until);
    }

    @Nullable
    String markWithin() {
        return markWithin;
    }

    /** A page is taken. */
    void advance(RemotePage<?> page, Duration length) {
        if (!isGoingBack()) {
            mark = page.mark();
        } else if (page.hasMore()) {
            markWithin = page.mark();
        } else {
            markWithin = null;
            Interval done = interval();
            until = done.from();
            since = done.from() == null ? null : done.from().minus(length);
        }
    }

    @Nullable
    Instant sentAt() {
        return sentAt;
    }

    void setSentAt(Instant at) {
        sentAt = at;
    }

    Instant start(Instant now) {
        if (startedAt == null) {
            startedAt = now;
        }
        return startedAt;
    }

    SyncCounts counts() {
        return SyncCounts.parse(counts);
    }

    void setCounts(SyncCounts newCounts) {
        counts = newCounts.toString();
    }

    /** The run is over. */
    void end() {
        startedAt = null;
        counts = null;
    }

    boolean isPaused() {
        return paused;
    }

    void setPaused(@Nullable Boolean value) {
        paused = Boolean.TRUE.equals(value);
    }
}
