package org.clientele.exchange.work;

/** What becomes of a row when a record matches it, and when none does. */
public enum OnMatch {
    /** Every row becomes a new record; nothing is matched. */
    CREATE,
    /** The record is updated; a row without a match is refused. */
    UPDATE,
    /** The record is updated; a row without a match becomes a new one. */
    UPSERT,
    /** The record is left alone and the row skipped; a row without a match becomes a new record. */
    SKIP,
    /** The row is refused; a row without a match becomes a new record. */
    FAIL
}
