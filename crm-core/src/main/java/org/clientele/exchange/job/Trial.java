package org.clientele.exchange.job;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/** What earlier attempts at the rows of a source have shown, and told. */
final class Trial {

    private final Map<Long, RowOutcome> refused = new HashMap<>();
    private final Set<Long> alone = new HashSet<>();
    private long told;

    /** A row that the store refuses is not tried again. */
    void refuse(RowOutcome.Failed outcome) {
        refused.put(outcome.number(), outcome);
    }

    /** What is known to become of a row; null when it has to be tried. */
    @Nullable
    RowOutcome outcome(Row row) {
        return refused.get(row.number());
    }

    void setAlone(Row row) {
        alone.add(row.number());
    }

    /** Whether a row is to be done by itself. */
    boolean isAlone(Row row) {
        return alone.contains(row.number());
    }

    /** Whether the outcome that came as this one, from 1, was never told; from now on it was. */
    boolean isNews(long place) {
        if (place <= told) {
            return false;
        }
        told = place;
        return true;
    }
}
