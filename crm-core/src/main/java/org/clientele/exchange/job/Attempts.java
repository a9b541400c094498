package org.clientele.exchange.job;

import java.util.ArrayList;
import java.util.List;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.work.RowWork;
import org.clientele.exchange.work.Tried;
import org.clientele.store.Transaction;

/** Does rows as far as earlier attempts have shown how. */
final class Attempts {

    private final RowWork<?> work;
    private final Trial trial;

    Attempts(RowWork<?> work, Trial trial) {
        this.work = work;
        this.trial = trial;
    }

    /** What was written last is undone, or somebody else has written. */
    void forget() {
        work.forget();
    }

    /** Does the rows as if one after the other, until so many are refused. */
    List<Tried> attempt(List<Row> rows, long mostFailures, boolean mayWait, Transaction transaction) {
        List<Tried> tried = new ArrayList<>(rows.size());
        long failuresLeft = mostFailures;
        while (tried.size() < rows.size() && failuresLeft > 0) {
            List<Row> rest = rows.subList(tried.size(), rows.size());
            RowOutcome known = trial.outcome(rest.get(0));
            List<Tried> further = known != null
                    ? List.of(new Tried(rest.get(0), known))
                    : take(together(rest, failuresLeft), mayWait, transaction);
            failuresLeft -= further.stream().filter(Tried::failed).count();
            tried.addAll(further);
        }
        return tried;
    }

    /** The first rows that can be done as one; so few that no row is done after one refusal too many. */
    private List<Row> together(List<Row> rows, long failuresLeft) {
        if (failuresLeft < rows.size() || trial.isAlone(rows.get(0))) {
            return rows.subList(0, 1);
        }
        int end = 1;
        while (end < rows.size() && trial.outcome(rows.get(end)) == null && !trial.isAlone(rows.get(end))) {
            end++;
        }
        return rows.subList(0, end);
    }

    private List<Tried> take(List<Row> rows, boolean mayWait, Transaction transaction) {
        try {
            return work.take(rows, transaction, mayWait);
        } catch (RuntimeException lost) {
            throw new LostTransactionException(rows, trial, lost);
        }
    }
}
