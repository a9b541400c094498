package org.clientele.exchange.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnwritableFileException;
import org.jspecify.annotations.Nullable;

/** The refused rows of one import, as a file; nothing when none is asked for. */
final class Rejects implements AutoCloseable {

    private final Header header;
    private final @Nullable Path file;
    private final @Nullable RowSink sink;
    private long rows;

    private Rejects(Header header, @Nullable Path file, @Nullable RowSink sink) {
        this.header = header;
        this.file = file;
        this.sink = sink;
    }

    /** No file. */
    static Rejects none(Header header) {
        return new Rejects(header, null, null);
    }

    /** A file at this place, begun at once: that it can not be written is known before anything is imported. */
    static Rejects at(@Nullable Path file, RowSource source, Header header) {
        if (file == null) {
            return none(header);
        }
        RowSink sink = source.rejects(file);
        sink.write(header.withReason());
        return new Rejects(header, file, sink);
    }

    void add(Row row, RowOutcome.Failed failure) {
        if (sink != null) {
            String reason = String.join(
                    "; ", failure.problems().stream().map(Problem::toString).toList());
            sink.write(header.withReason(row.cells(), reason));
            rows++;
        }
    }

    /** Takes rows down again that were refused before, in the order in which that was, which may begin anew with later rounds. */
    void restore(Stream<RowOutcome.Failed> refused, RowSource source) {
        Iterator<RowOutcome.Failed> each = refused.iterator();
        RowOutcome.Failed next = sink != null && each.hasNext() ? each.next() : null;
        while (next != null) {
            try (RowSource.Rows all = source.open()) {
                next = restore(next, each, all);
            }
        }
    }

    /** Those whose rows come in the order of the source; the first that does not, or null. */
    private RowOutcome.@Nullable Failed restore(
            RowOutcome.Failed first, Iterator<RowOutcome.Failed> further, RowSource.Rows all) {
        RowOutcome.Failed next = first;
        for (Row row = all.next(); row != null; row = all.next()) {
            if (row.number() == next.number()) {
                add(row, next);
                if (!further.hasNext()) {
                    return null;
                }
                next = further.next();
                if (next.number() <= row.number()) {
                    return next;
                }
            }
        }
        return null;
    }

    /** The import came to its end: an older file goes when no row was refused. */
    void finish() {
        if (file != null && rows == 0) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException bad) {
                throw new UnwritableFileException(
                        file + " has refused rows of an earlier import and can not be deleted; delete it by hand", bad);
            }
        }
    }

    /** What was refused until now is kept, whatever ended the import. */
    @Override
    public void close() {
        if (sink != null) {
            try (sink) {
                if (rows > 0) {
                    sink.finish();
                }
            }
        }
    }
}
