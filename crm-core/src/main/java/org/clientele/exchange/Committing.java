package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.model.CrmRecord;
import org.clientele.store.Transactions;

/** Does the rows of an import and commits them, each time with a note of how far it has come. */
final class Committing<R extends CrmRecord> {

    private final Transactions transactions;
    private final String reason;
    private final Pass<R> pass;
    private final RowWork<R> work;
    private final Job job;
    private final Fingerprint fingerprint;

    Committing(
            Transactions transactions, String reason, Pass<R> pass, RowWork<R> work, Job job, Fingerprint fingerprint) {
        this.transactions = transactions;
        this.reason = reason;
        this.pass = pass;
        this.work = work;
        this.job = job;
        this.fingerprint = fingerprint;
    }

    /** Does these rows as one, or one by one when the store refuses that; what became of them, or of the first of them. */
    List<RowOutcome> commit(List<Row> rows) {
        Counts before = pass.ledger().counts();
        try {
            return inOneTransaction(rows, before);
        } catch (OvertakenImportException other) {
            throw other;
        } catch (RuntimeException lost) {
            work.forget();
            return oneByOne(rows, before);
        }
    }

    private record Committed(List<RowOutcome> outcomes, Optional<ImportStep> step) {}

    private List<RowOutcome> inOneTransaction(List<Row> rows, Counts before) {
        Committed committed = transactions.inTransaction(reason, transaction -> {
            List<RowOutcome> outcomes = pass.attempt(rows, transaction, new Trial());
            return new Committed(outcomes, job.note(before, outcomes, fingerprint, transaction));
        });
        committed.step.ifPresent(this::keep);
        return committed.outcomes;
    }

    private void keep(ImportStep step) {
        job.keep(step);
        step.changeSet().ifPresent(pass.ledger()::noteChangeSet);
    }

    private List<RowOutcome> oneByOne(List<Row> rows, Counts before) {
        List<RowOutcome> outcomes = new ArrayList<>();
        long failuresLeft = pass.ledger().failuresLeft();
        Counts done = before;
        for (Row row : rows) {
            RowOutcome outcome = alone(row, done);
            outcomes.add(outcome);
            done = done.plus(outcome);
            if (outcome instanceof RowOutcome.Failed && --failuresLeft == 0) {
                break;
            }
        }
        return outcomes;
    }

    private RowOutcome alone(Row row, Counts before) {
        try {
            return inOneTransaction(List.of(row), before).get(0);
        } catch (OvertakenImportException other) {
            throw other;
        } catch (RuntimeException lost) {
            work.forget();
            RowOutcome.Failed refused = Trial.lost(row, lost);
            transactions
                    .inTransaction(reason, transaction -> job.note(before, List.of(refused), fingerprint, transaction))
                    .ifPresent(this::keep);
            return refused;
        }
    }
}
