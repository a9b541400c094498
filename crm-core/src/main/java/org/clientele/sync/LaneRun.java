package org.clientele.sync;

import java.util.Optional;
import java.util.function.Consumer;
import org.clientele.model.CrmRecord;
import org.clientele.sync.Pull.Which;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connector's part in a run: what fails in it keeps no other from running. For one thread. */
final class LaneRun<R extends CrmRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(LaneRun.class);

    private final Site site;
    private final ConnectorLayout<R> layout;
    private final Standing standing;
    private final Pull<R> pull;
    private SyncStatus status = SyncStatus.COMPLETED;
    private String message = "";

    LaneRun(Site site, ConnectorLayout<R> layout, Consumer<SyncOutcome> onRecord) {
        this.site = site;
        this.layout = layout;
        this.standing = new Standing(site, site.connection().lane(layout.name), onRecord);
        this.pull = new Pull<>(site, layout, standing);
    }

    /** Ends the part that is at work. */
    private static final class Halted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SyncStatus status;

        Halted(SyncStatus status) {
            super(status.name(), null, false, false);
            this.status = status;
        }
    }

    private void check() {
        Optional<SyncStatus> halt = site.halt();
        if (halt.isPresent()) {
            throw new Halted(halt.get());
        }
    }

    private void attempt(Runnable work) {
        if (status != SyncStatus.COMPLETED) {
            return;
        }
        try {
            work.run();
        } catch (Halted halted) {
            status = halted.status;
            message = "the connection is " + (status == SyncStatus.PAUSED ? "paused" : "not active");
        } catch (RuntimeException failed) {
            status = SyncStatus.FAILED;
            message = String.valueOf(failed.getMessage());
            LOG.warn(
                    "'{}' of {} failed and goes on in the next run",
                    layout.name,
                    site.connection().name(),
                    failed);
        }
    }

    /** Tries again what could not be taken in the run before, then takes in all that the remote tells. */
    void pull() {
        attempt(() -> {
            check();
            standing.begin();
            pull.retry(Which.ALSO_REFUSED);
            while (pull.next()) {
                check();
            }
            while (pull.retry(Which.COMPLETE)) {
                check();
            }
        });
    }

    /** Tries again what waits; whether any of it was taken. */
    boolean retry(Which which) {
        boolean[] progress = new boolean[1];
        attempt(() -> progress[0] = pull.retry(which));
        return progress[0];
    }

    void push() {
        if (layout.connector.isTwoWay()) {
            attempt(() -> new Push<>(site, layout, standing).all(this::check));
        }
    }

    SyncReport.Of end() {
        return standing.end(status, message);
    }
}
