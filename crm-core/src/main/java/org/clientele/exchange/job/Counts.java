package org.clientele.exchange.job;

import java.util.List;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.work.Tried;

/** How many rows became what. */
record Counts(long created, long updated, long unchanged, long skipped, long failed) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** All of them. */
    long rows() {
        return created + updated + unchanged + skipped + failed;
    }

    Counts plus(List<Tried> rows) {
        Counts counts = this;
        for (Tried row : rows) {
            RowOutcome outcome = row.outcome();
            counts = outcome == null ? counts : counts.plus(outcome);
        }
        return counts;
    }

    /** How many of them changed the store. */
    long written() {
        return created + updated;
    }

    Counts plus(RowOutcome outcome) {
        return new Counts(
                created + one(outcome instanceof RowOutcome.Created),
                updated + one(outcome instanceof RowOutcome.Updated),
                unchanged + one(outcome instanceof RowOutcome.Unchanged),
                skipped + one(outcome instanceof RowOutcome.Skipped),
                failed + one(outcome instanceof RowOutcome.Failed));
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }
}
