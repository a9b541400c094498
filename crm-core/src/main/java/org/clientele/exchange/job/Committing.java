package org.clientele.exchange.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.work.Tried;
import org.clientele.store.Transactions;

/** Does the rows of an import and commits them, each time with a note of how far it has come. */
final class Committing {

    private final Transactions transactions;
    private final Job job;

    Committing(Transactions transactions, Job job) {
        this.transactions = transactions;
        this.job = job;
    }

    /** Does these rows as one, or one by one when the store refuses that; what became of them, or of the first of them. */
    List<Tried> commit(Part<?> part, List<Row> rows, boolean mayWait) {
        Counts before = part.counts();
        try {
            return inOneTransaction(part, rows, mayWait, before);
        } catch (OvertakenImportException other) {
            throw other;
        } catch (RuntimeException lost) {
            part.forget();
            return oneByOne(part, rows, mayWait, before);
        }
    }

    private record Committed(List<Tried> tried, Optional<ImportStep> step) {}

    private List<Tried> inOneTransaction(Part<?> part, List<Row> rows, boolean mayWait, Counts before) {
        Committed committed = transactions.inTransaction(reason(part), transaction -> {
            List<Tried> tried = part.attempt(rows, mayWait, transaction);
            return new Committed(tried, job.note(part, before, tried, transaction));
        });
        committed.step.ifPresent(step -> keep(part, step));
        return committed.tried;
    }

    static String reason(Part<?> part) {
        return "import of " + part.name();
    }

    private void keep(Part<?> part, ImportStep step) {
        job.keep(step);
        step.changeSet().ifPresent(part::noteChangeSet);
    }

    private List<Tried> oneByOne(Part<?> part, List<Row> rows, boolean mayWait, Counts before) {
        List<Tried> all = new ArrayList<>();
        long failuresLeft = part.failuresLeft();
        Counts done = before;
        for (Row row : rows) {
            List<Tried> tried = List.of(alone(part, row, mayWait, done));
            all.addAll(tried);
            done = done.plus(tried);
            if (tried.get(0).failed() && --failuresLeft == 0) {
                break;
            }
        }
        return all;
    }

    private Tried alone(Part<?> part, Row row, boolean mayWait, Counts before) {
        try {
            return inOneTransaction(part, List.of(row), mayWait, before).get(0);
        } catch (OvertakenImportException other) {
            throw other;
        } catch (RuntimeException lost) {
            part.forget();
            Tried refused = new Tried(row, LostTransactionException.refused(row, lost));
            transactions
                    .inTransaction(reason(part), transaction -> job.note(part, before, List.of(refused), transaction))
                    .ifPresent(step -> keep(part, step));
            return refused;
        }
    }
}
