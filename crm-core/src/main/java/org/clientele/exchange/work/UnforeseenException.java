package org.clientele.exchange.work;

import org.clientele.exchange.row.Row;

/** Rows were decided together by what turned out otherwise; they are done again one by one. Never leaves the import. */
final class UnforeseenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnforeseenException(Row row) {
        super(
                "what the record of row " + row.number() + " is matched on came to be something else",
                null,
                false,
                false);
    }
}
