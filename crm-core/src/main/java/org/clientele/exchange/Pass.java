package org.clientele.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.store.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads a source once from beginning to end, some rows at a time, and keeps the books. */
final class Pass<R extends CrmRecord> {

    private static final long ROWS_BETWEEN = 1_000;

    private final RowSource.Rows rows;
    private final ImportLayout<R> layout;
    private final RowWork<R> work;
    private final Rejects rejects;
    private final Ledger ledger;
    private final Pace pace;
    private @Nullable Progress told;

    /** A pass over these rows, of which those are done that the job has done. */
    Pass(RowSource.Rows rows, ImportLayout<R> layout, RowWork<R> work, Rejects rejects, Job job, Clock clock) {
        this.rows = rows;
        this.layout = layout;
        this.work = work;
        this.rejects = rejects;
        this.ledger = new Ledger(layout.stopAfterErrors, rows.dialect());
        this.pace = new Pace(clock, job.done().rows());
        goOnFrom(job);
    }

    Ledger ledger() {
        return ledger;
    }

    /** Passes over the rows that are done already, and writes those down again that were refused. */
    private void goOnFrom(Job job) {
        ledger.goOnFrom(job.done(), job.receipt());
        Iterator<RowOutcome.Failed> refused = job.refused();
        RowOutcome.Failed next = refused.hasNext() ? refused.next() : null;
        for (long done = job.done().rows(); done > 0; done--) {
            Row row = rows.next();
            if (row != null && next != null && next.number() == row.number()) {
                ledger.goOnFrom(next);
                rejects.add(row, next);
                boolean isAsked = rejects.isKept() || ledger.hasRoom();
                next = isAsked && refused.hasNext() ? refused.next() : null;
            }
        }
    }

    /** Reads to the end; the step says what became of the rows that it is given, or of the first of them. */
    ImportReport readAll(Function<List<Row>, List<RowOutcome>> step, Told listeners) {
        boolean more = true;
        while (more) {
            if (layout.isCancelled.getAsBoolean()) {
                more = false;
                cancelBecauseOf(hasNext());
            } else {
                more = goOn(step, listeners);
            }
            tellProgress(!more);
        }
        return ledger.report();
    }

    private void cancelBecauseOf(boolean unreadRows) {
        if (unreadRows) {
            ledger.cancel();
        }
    }

    /** Does the next rows; whether there may be more. */
    private boolean goOn(Function<List<Row>, List<RowOutcome>> step, Told listeners) {
        List<Row> chunk = new ArrayList<>();
        boolean more = fill(chunk);
        List<RowOutcome> outcomes = chunk.isEmpty() ? List.of() : step.apply(chunk);
        for (int i = 0; i < outcomes.size(); i++) {
            note(chunk.get(i), outcomes.get(i), listeners);
        }
        if (ledger.failuresLeft() <= 0) {
            stopBecauseOf(outcomes.size() < chunk.size() || (more && hasNext()));
            return false;
        }
        return more;
    }

    private void stopBecauseOf(boolean unreadRows) {
        if (unreadRows) {
            ledger.stop("stopped after " + ledger.counts().failed()
                    + " refused rows, as the layout says; the rows after row "
                    + ledger.counts().rows() + " were not read");
        }
    }

    private boolean hasNext() {
        try {
            return rows.next() != null;
        } catch (UnreadableFileException broken) {
            return true;
        }
    }

    /** Reads the next rows; whether there may be more. */
    private boolean fill(List<Row> chunk) {
        try {
            while (chunk.size() < layout.commitEvery) {
                Row row = rows.next();
                if (row == null) {
                    return false;
                }
                chunk.add(row);
            }
            return true;
        } catch (UnreadableFileException broken) {
            ledger.stop(String.valueOf(broken.getMessage()));
            return false;
        }
    }

    private void note(Row row, RowOutcome outcome, Told listeners) {
        ledger.note(outcome);
        if (outcome instanceof RowOutcome.Failed failure) {
            rejects.add(row, failure);
        }
        if (row.number() > listeners.row) {
            listeners.row = row.number();
            layout.onRow.accept(outcome);
        }
    }

    /** Up to which row the listener was told, however often reading begins again. */
    static final class Told {
        private long row;
    }

    private void tellProgress(boolean last) {
        Counts done = ledger.counts();
        Progress now = new Progress(
                done.rows(),
                done.created(),
                done.updated(),
                done.unchanged(),
                done.skipped(),
                done.failed(),
                rows.processed(),
                rows.total(),
                pace.rowsPerSecond(done.rows()));
        if (last || told == null || step(now) != step(told)) {
            told = now;
            layout.onProgress.accept(now);
        }
    }

    private static long step(Progress progress) {
        OptionalLong total = progress.total();
        return total.isPresent() && total.getAsLong() > 0
                ? progress.processed() * 100 / total.getAsLong()
                : progress.rows() / ROWS_BETWEEN;
    }

    /** Does the rows as if one after the other, until too many are refused. */
    List<RowOutcome> attempt(List<Row> chunk, Transaction transaction, Trial trial) {
        List<RowOutcome> outcomes = new ArrayList<>(chunk.size());
        long failuresLeft = ledger.failuresLeft();
        while (outcomes.size() < chunk.size() && failuresLeft > 0) {
            List<Row> rest = chunk.subList(outcomes.size(), chunk.size());
            RowOutcome known = trial.outcome(rest.get(0));
            List<RowOutcome> further =
                    known != null ? List.of(known) : take(together(rest, failuresLeft, trial), transaction);
            failuresLeft -= further.stream()
                    .filter(outcome -> outcome instanceof RowOutcome.Failed)
                    .count();
            outcomes.addAll(further);
        }
        return outcomes;
    }

    /** The first rows that can be done as one; so few that no row is done after one refusal too many. */
    private static List<Row> together(List<Row> rows, long failuresLeft, Trial trial) {
        if (failuresLeft < rows.size() || trial.isAlone(rows.get(0))) {
            return rows.subList(0, 1);
        }
        int end = 1;
        while (end < rows.size() && trial.outcome(rows.get(end)) == null && !trial.isAlone(rows.get(end))) {
            end++;
        }
        return rows.subList(0, end);
    }

    private List<RowOutcome> take(List<Row> rows, Transaction transaction) {
        try {
            return work.take(rows, transaction);
        } catch (RuntimeException lost) {
            throw new LostTransactionException(rows, lost);
        }
    }
}
