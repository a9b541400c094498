package org.clientele.exchange.job;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an import that was interrupted had done of one source. */
final class PartDone {

    private final List<UUID> receipt = new ArrayList<>();
    private final List<UUID> stepsWithRefused = new ArrayList<>();
    private final RowNumbers waiting = new RowNumbers();
    private Counts counts = Counts.NONE;
    private @Nullable String fingerprint;

    /**
     * Takes over a step.
     *
     * @param numbers the rows that it put off, or in a later round those that it did
     */
    void add(UUID step, long round, Counts countsThen, RowNumbers numbers, String fingerprintThen) {
        if (round == 1) {
            waiting.addAll(numbers);
        } else {
            waiting.removeAll(numbers);
        }
        if (countsThen.failed() > counts.failed()) {
            stepsWithRefused.add(step);
        }
        counts = countsThen;
        fingerprint = fingerprintThen;
    }

    void noteChangeSet(UUID changeSet) {
        receipt.add(changeSet);
    }

    /** What the rows became. */
    Counts counts() {
        return counts;
    }

    /** The rows that were read and not done. */
    RowNumbers waiting() {
        return waiting;
    }

    /** The change sets that were written, in their order. */
    List<UUID> receipt() {
        return receipt;
    }

    List<UUID> stepsWithRefused() {
        return stepsWithRefused;
    }

    /** By what the source is known again; null when nothing of it was noted. */
    @Nullable
    String fingerprint() {
        return fingerprint;
    }
}
