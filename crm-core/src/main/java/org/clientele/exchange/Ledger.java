package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what became of the rows. */
final class Ledger {

    private final long stopAfterErrors;
    private final List<RowOutcome.Failed> failures = new ArrayList<>();
    private final List<UUID> receipt = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long skipped;
    private long failed;
    private @Nullable String stop;

    Ledger(long stopAfterErrors) {
        this.stopAfterErrors = stopAfterErrors;
    }

    void note(RowOutcome outcome) {
        if (outcome instanceof RowOutcome.Created) {
            created++;
        } else if (outcome instanceof RowOutcome.Updated) {
            updated++;
        } else if (outcome instanceof RowOutcome.Unchanged) {
            unchanged++;
        } else if (outcome instanceof RowOutcome.Skipped) {
            skipped++;
        } else if (outcome instanceof RowOutcome.Failed failure) {
            failed++;
            if (failures.size() < ImportReport.FAILURES_KEPT) {
                failures.add(failure);
            }
        }
    }

    void noteChangeSet(UUID changeSet) {
        receipt.add(changeSet);
    }

    void stop(String sentence) {
        stop = sentence;
    }

    /** How many rows may still be refused before the import stops. */
    long failuresLeft() {
        return stopAfterErrors - failed;
    }

    long read() {
        return created + updated + unchanged + skipped + failed;
    }

    long failed() {
        return failed;
    }

    ImportReport report() {
        return new ImportReport(read(), created, updated, unchanged, skipped, failed, failures, receipt, stop);
    }
}
