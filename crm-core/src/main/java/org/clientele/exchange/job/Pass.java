package org.clientele.exchange.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Reads a source once from beginning to end, some rows at a time. */
final class Pass implements AutoCloseable {

    private final RowSource.Rows rows;
    private final @Nullable RowNumbers only;
    private @Nullable String fault;

    private Pass(RowSource.Rows rows, @Nullable RowNumbers only) {
        this.rows = rows;
        this.only = only;
    }

    /** Over all rows that are left. */
    static Pass over(RowSource.Rows rows) {
        return new Pass(rows, null);
    }

    /** Over those rows alone that have these numbers. */
    static Pass over(RowNumbers only, RowSource.Rows rows) {
        return new Pass(rows, only);
    }

    void skip(long number) {
        for (long left = number; left > 0; left--) {
            rows.next();
        }
    }

    /** The next rows; fewer than asked for at the end, or where the source proves to be broken. */
    List<Row> next(int most) {
        List<Row> some = new ArrayList<>();
        try {
            while (some.size() < most) {
                Row row = next();
                if (row == null) {
                    break;
                }
                some.add(row);
            }
        } catch (UnreadableFileException broken) {
            fault = String.valueOf(broken.getMessage());
        }
        return some;
    }

    private @Nullable Row next() {
        Row row = rows.next();
        while (only != null && row != null && !only.contains(row.number())) {
            row = row.number() > only.last() ? null : rows.next();
        }
        return row;
    }

    boolean hasNext() {
        try {
            return next() != null;
        } catch (UnreadableFileException broken) {
            return true;
        }
    }

    /** Why it could not be read to its end; empty when it could. */
    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    long processed() {
        return rows.processed();
    }

    @Override
    public void close() {
        rows.close();
    }
}
