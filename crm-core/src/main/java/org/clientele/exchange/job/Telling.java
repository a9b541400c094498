package org.clientele.exchange.job;

import java.time.Clock;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a listener how far an import has come, whenever it is a percent further. */
final class Telling {

    private static final long ROWS_BETWEEN = 1_000;
    private static final long PERCENT = 100;

    private final Consumer<Progress> listener;
    private final Pace pace;
    private @Nullable Progress told;

    /** From now on, after so many rows. */
    Telling(Consumer<Progress> listener, Clock clock, long rows) {
        this.listener = listener;
        this.pace = new Pace(clock, rows);
    }

    void tell(Counts done, long processed, OptionalLong total, boolean last) {
        Progress now = new Progress(
                done.rows(),
                done.created(),
                done.updated(),
                done.unchanged(),
                done.skipped(),
                done.failed(),
                processed,
                total,
                pace.rowsPerSecond(done.rows()));
        if (last || told == null || step(now) != step(told)) {
            told = now;
            listener.accept(now);
        }
    }

    private static long step(Progress progress) {
        OptionalLong total = progress.total();
        return total.isPresent() && total.getAsLong() > 0
                ? progress.processed() * PERCENT / total.getAsLong()
                : progress.rows() / ROWS_BETWEEN;
    }
}
