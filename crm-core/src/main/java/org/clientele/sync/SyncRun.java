package org.clientele.sync;

import static org.clientele.property.Traits.indexed;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.IdProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** How one run of a connector ended. The CRM alone makes it, and the journal does not tell of it. */
public class SyncRun extends CrmRecord {

    static final IdProperty<SyncRun> LANE = IdProperty.of(
                    "lane", (SyncRun run) -> run.lane, (run, value) -> run.lane = value)
            .with(indexed());
    static final TextProperty<SyncRun> CONNECTOR =
            TextProperty.of("connector", (SyncRun run) -> run.connector, (run, value) -> run.connector = value);
    static final InstantProperty<SyncRun> STARTED_AT =
            InstantProperty.of("startedAt", run -> run.startedAt, (run, value) -> run.startedAt = value);
    static final InstantProperty<SyncRun> ENDED_AT =
            InstantProperty.of("endedAt", run -> run.endedAt, (run, value) -> run.endedAt = value);
    static final TextProperty<SyncRun> STATUS =
            TextProperty.of("status", run -> run.status, (run, value) -> run.status = value);
    static final TextProperty<SyncRun> COUNTS =
            TextProperty.of("counts", run -> run.counts, (run, value) -> run.counts = value);
    static final TextProperty<SyncRun> MESSAGE =
            TextProperty.of("message", SyncRun::getMessage, (run, value) -> run.message = value);

    public static final EntityType<SyncRun> TYPE = EntityType.define(
            "sync run",
            SyncRun.class,
            SyncRun::new,
            type -> type.properties(LANE, CONNECTOR, STARTED_AT, ENDED_AT, STATUS, COUNTS, MESSAGE)
                    .madeByCrm());

    private @Nullable UUID lane;
    private @Nullable String connector;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String status;
    private @Nullable String counts;
    private @Nullable String message;

    /** An empty run. */
    protected SyncRun() {}

    static SyncRun of(Lane lane, Instant startedAt, Instant endedAt, SyncReport.Of came) {
        SyncRun run = new SyncRun();
        run.lane = lane.id();
        run.connector = lane.connector();
        run.startedAt = startedAt;
        run.endedAt = endedAt;
        run.status = came.status().name();
        run.counts = came.counts().toString();
        run.message = came.message();
        return run;
    }

    public String getConnector() {
        return String.valueOf(connector);
    }

    /** When it began; for one that was interrupted and went on, when that was first. */
    public Instant getStartedAt() {
        return Objects.requireNonNull(startedAt);
    }

    public Instant getEndedAt() {
        return Objects.requireNonNull(endedAt);
    }

    public SyncStatus getStatus() {
        return SyncStatus.valueOf(String.valueOf(status));
    }

    public SyncCounts getCounts() {
        return SyncCounts.parse(counts);
    }

    /** Why it did not complete. */
    public @Nullable String getMessage() {
        return message;
    }
}
