package org.clientele.exchange.work;

import java.util.List;
import org.clientele.exchange.row.Problem;

/** Ends the work on one row; never leaves the package. */
final class RefusedRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedRowException(List<Problem> problems) {
        super("row refused", null, false, false);
        this.problems = List.copyOf(problems);
    }

    RefusedRowException(String sentence) {
        this(List.of(new Problem(null, null, sentence)));
    }

    List<Problem> problems() {
        return problems;
    }
}
