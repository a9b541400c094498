package org.clientele.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What earlier attempts at the same rows have shown. */
final class Trial {

    private final Map<Long, RowOutcome> lost = new HashMap<>();
    private final Set<Long> alone = new HashSet<>();

    /** Rows with which a transaction was lost: one is refused from now on, several are done one by one to see which it was. */
    void note(LostTransactionException thrown) {
        if (thrown.rows().size() == 1) {
            Row row = thrown.rows().get(0);
            lost.put(row.number(), Pass.lost(row, thrown));
        } else {
            thrown.rows().forEach(row -> alone.add(row.number()));
        }
    }

    /** What is known to become of a row; null when it has to be tried. */
    @Nullable
    RowOutcome outcome(Row row) {
        return lost.get(row.number());
    }

    /** Whether a row is to be done by itself. */
    boolean isAlone(Row row) {
        return alone.contains(row.number());
    }
}
