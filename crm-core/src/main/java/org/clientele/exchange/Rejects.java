package org.clientele.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path read = source.file();
        if (read != null
                && read.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize())) {
            throw new UnwritableFileException(
                    "the refused rows of " + source.name() + " can not go to the file that is read; name another one");
        }
        RowSink sink = source.rejects(file);
        sink.write(header.withReason());
        return new Rejects(header, file, sink);
    }

    /** Whether a file is asked for. */
    boolean isKept() {
        return sink != null;
    }

    void add(Row row, RowOutcome.Failed failure) {
        if (sink != null) {
            String reason = String.join(
                    "; ", failure.problems().stream().map(Problem::toString).toList());
            sink.write(header.withReason(row.cells(), reason));
            rows++;
        }
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
