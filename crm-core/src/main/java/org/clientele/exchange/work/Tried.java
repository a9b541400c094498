package org.clientele.exchange.work;

import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A row that was tried, and what came of it.
 *
 * @param outcome what became of it; null while it waits for what another row may bring
 */
public record Tried(Row row, @Nullable RowOutcome outcome) {

    /** Whether it waits. */
    public boolean waits() {
        return outcome == null;
    }

    /** Whether it was refused. */
    public boolean failed() {
        return outcome instanceof RowOutcome.Failed;
    }

    /** Whether it changed the store. */
    public boolean wrote() {
        return outcome instanceof RowOutcome.Created || outcome instanceof RowOutcome.Updated;
    }
}
