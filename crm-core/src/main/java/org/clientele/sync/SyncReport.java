package org.clientele.sync;

import java.util.List;

/**
 * What came of a run.
 *
 * @param connectors in the order in which they ran
 */
public record SyncReport(List<Of> connectors) {

    public SyncReport {
        connectors = List.copyOf(connectors);
    }

    /**
     * What came of one connector.
     *
     * @param message why it did not complete; empty when it did
     */
    public record Of(String connector, SyncStatus status, SyncCounts counts, String message) {}

    /** Whether all completed. */
    public boolean isCompleted() {
        return connectors.stream().allMatch(one -> one.status == SyncStatus.COMPLETED);
    }

    /** What came of the connector with this name. */
    public Of of(String connector) {
        return connectors.stream()
                .filter(one -> one.connector.equals(connector))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no connector '" + connector + "' took part in the run; name one that did"));
    }
}
