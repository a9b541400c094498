package org.clientele.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A row that was tried.
 *
 * @param outcome what became of it; null while it waits for what another row may bring
 */
record Tried(Row row, @Nullable RowOutcome outcome) {

    boolean waits() {
        return outcome == null;
    }

    boolean failed() {
        return outcome instanceof RowOutcome.Failed;
    }

    boolean wrote() {
        return outcome instanceof RowOutcome.Created || outcome instanceof RowOutcome.Updated;
    }
}
