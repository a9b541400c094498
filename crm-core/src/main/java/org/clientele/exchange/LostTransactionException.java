package org.clientele.exchange;

/** The store refused a row, and with it the transaction; never leaves the package. */
final class LostTransactionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Row row;

    LostTransactionException(Row row, RuntimeException cause) {
        super("row " + row.number(), cause, false, false);
        this.row = row;
    }

    Row row() {
        return row;
    }
}
