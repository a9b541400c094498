package org.clientele.exchange.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.exchange.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or by rehearsal would do, from the first row on, however often it was interrupted. {@code read} is the
 * sum of the five counts after it.
 *
 * @param failures the first refused rows, {@value #FAILURES_KEPT} at most; the file of refused rows has all of them
 * @param receipt the change sets that were written, in their order, to be undone; none by a rehearsal
 * @param dialect in which of its format's ways the source is written, as it was recognised, for a person to check; empty when
 *     the format has but one
 * @param stop why the import ended before the last row; null when it did not
 */
public record ImportReport(
        long read,
        long created,
        long updated,
        long unchanged,
        long skipped,
        long failed,
        List<RowOutcome.Failed> failures,
        List<UUID> receipt,
        String dialect,
        @Nullable String stop) {

    /** How many refused rows a report keeps. */
    public static final int FAILURES_KEPT = 100;

    public ImportReport {
        failures = List.copyOf(failures);
        receipt = List.copyOf(receipt);
    }

    /** Why the import ended before the last row; empty when it read them all. */
    public Optional<String> stopped() {
        return Optional.ofNullable(stop);
    }

    ImportReport withoutReceipt() {
        return new ImportReport(read, created, updated, unchanged, skipped, failed, failures, List.of(), dialect, stop);
    }

    /** Whether every row was read and none refused. */
    public boolean isClean() {
        return failed == 0 && stop == null;
    }

    /** The counts in a sentence. */
    @Override
    public String toString() {
        return read + " read: " + created + " created, " + updated + " updated, " + unchanged + " unchanged, " + skipped
                + " skipped, " + failed + " failed" + (stop == null ? "" : "; " + stop);
    }
}
