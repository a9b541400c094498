package org.clientele.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.model.CrmException;
import org.jspecify.annotations.Nullable;

/** What earlier attempts at the same rows have shown. */
final class Trial {

    private final Map<Long, RowOutcome> lost = new HashMap<>();
    private final Set<Long> alone = new HashSet<>();

    /** Rows with which a transaction was lost: one is refused from now on, several are done one by one to see which it was. */
    void note(LostTransactionException thrown) {
        if (thrown.rows().size() == 1) {
            Row row = thrown.rows().get(0);
            lost.put(row.number(), lost(row, thrown));
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

    /** The row as refused by the store. */
    static RowOutcome.Failed lost(Row row, RuntimeException thrown) {
        RuntimeException why =
                thrown instanceof LostTransactionException && thrown.getCause() instanceof RuntimeException cause
                        ? cause
                        : thrown;
        String sentence =
                why instanceof CrmException ? String.valueOf(why.getMessage()) : "could not be stored: " + why;
        return new RowOutcome.Failed(row.number(), row.line(), List.of(new Problem(null, null, sentence)));
    }
}
