package org.clientele.exchange.job;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.exchange.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/** Keeps what became of the rows. */
final class Ledger {

    private final long stopAfterErrors;
    private final String dialect;
    private final List<RowOutcome.Failed> failures = new ArrayList<>();
    private final List<UUID> receipt = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private @Nullable String stop;

    Ledger(long stopAfterErrors, String dialect) {
        this.stopAfterErrors = stopAfterErrors;
        this.dialect = dialect;
    }

    void note(RowOutcome outcome) {
        counts = counts.plus(outcome);
        if (outcome instanceof RowOutcome.Failed failure) {
            keep(failure);
        }
    }

    private void keep(RowOutcome.Failed failure) {
        if (hasRoom()) {
            failures.add(failure);
        }
    }

    /** Whether it keeps a further refused row. */
    boolean hasRoom() {
        return failures.size() < ImportReport.FAILURES_KEPT;
    }

    /** Takes over what was done before an interruption, all but the refused rows. */
    void goOnFrom(Counts done, List<UUID> written) {
        counts = done;
        receipt.addAll(written);
    }

    /** Takes over a row that was refused before an interruption. */
    void goOnFrom(RowOutcome.Failed failure) {
        keep(failure);
    }

    void noteChangeSet(UUID changeSet) {
        receipt.add(changeSet);
    }

    void stop(String sentence) {
        stop = sentence;
    }

    boolean isStopped() {
        return stop != null;
    }

    /** How many rows may still be refused before the import stops. */
    long failuresLeft() {
        return stopAfterErrors - counts.failed();
    }

    Counts counts() {
        return counts;
    }

    ImportReport report() {
        return new ImportReport(
                counts.rows(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.skipped(),
                counts.failed(),
                failures,
                receipt,
                dialect,
                stop);
    }
}
