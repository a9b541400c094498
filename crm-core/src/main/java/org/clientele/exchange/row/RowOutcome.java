package org.clientele.exchange.row;

import java.util.List;
import java.util.UUID;

/** What became of one row: exactly one of these. */
public sealed interface RowOutcome {

    /** Which row of data, from 1. */
    long number();

    /** The line on which it begins, from 1. */
    long line();

    /** It became a new record. */
    record Created(long number, long line, UUID record) implements RowOutcome {}

    /** It changed a record. */
    record Updated(long number, long line, UUID record) implements RowOutcome {}

    /** The record is as the row says already; nothing was written. */
    record Unchanged(long number, long line, UUID record) implements RowOutcome {}

    /** It was left out on purpose; the sentence says why. */
    record Skipped(long number, long line, UUID record, String sentence) implements RowOutcome {}

    /** It was refused, for all of these reasons; at least one. */
    record Failed(long number, long line, List<Problem> problems) implements RowOutcome {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
