package org.clientele.exchange.job;

import java.util.List;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.model.CrmException;

/** The store refused one of some rows, and with it the transaction; never leaves the package. */
final class LostTransactionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Row> rows;
    private final transient Trial trial;

    LostTransactionException(List<Row> rows, Trial trial, RuntimeException cause) {
        super("rows " + rows.stream().map(Row::number).toList(), cause, false, false);
        this.rows = List.copyOf(rows);
        this.trial = trial;
    }

    /** Lets the next attempt know: one row is refused from now on, several are done one by one to see which it was. */
    void note() {
        if (rows.size() == 1) {
            trial.refuse(refused(rows.get(0), this));
        } else {
            rows.forEach(trial::setAlone);
        }
    }

    /** The row as refused by the store. */
    static RowOutcome.Failed refused(Row row, RuntimeException thrown) {
        RuntimeException why =
                thrown instanceof LostTransactionException && thrown.getCause() instanceof RuntimeException cause
                        ? cause
                        : thrown;
        String sentence =
                why instanceof CrmException ? String.valueOf(why.getMessage()) : "could not be stored: " + why;
        return new RowOutcome.Failed(row.number(), row.line(), List.of(new Problem(null, null, sentence)));
    }
}
