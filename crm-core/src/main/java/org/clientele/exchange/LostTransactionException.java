package org.clientele.exchange;

import java.util.List;

/** The store refused one of some rows, and with it the transaction; never leaves the package. */
final class LostTransactionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Row> rows;

    LostTransactionException(List<Row> rows, RuntimeException cause) {
        super("rows " + rows.stream().map(Row::number).toList(), cause, false, false);
        this.rows = List.copyOf(rows);
    }

    List<Row> rows() {
        return rows;
    }
}
