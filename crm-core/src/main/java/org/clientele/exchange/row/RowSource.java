package org.clientele.exchange.row;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Something that rows can be read from, any number of times: a format implements it for its files. */
public interface RowSource {

    /** What a person calls it: the name of the file. */
    String name();

    /** The file that it is; null when it is none. */
    @Nullable
    Path file();

    /**
     * By what it is known again: rows that differ have another one.
     *
     * @throws UnreadableFileException when it can not be read
     */
    Fingerprint fingerprint();

    /**
     * Begins to read from the beginning.
     *
     * @throws UnreadableFileException when it can be told now that it can not be read to its end
     */
    Rows open();

    /** Somewhere to put refused rows, in the same format and dialect. */
    RowSink rejects(Path file);

    /** One reading, for one thread. The importer reads row after row, keeps none for long, and closes it. */
    interface Rows extends AutoCloseable {

        /** The titles of the columns, in their order. */
        List<String> header();

        /** In which of its format's ways it is written, for a person to check; empty when there is but one. */
        default String dialect() {
            return "";
        }

        /** The next row, or null after the last; rows without any cell are left out. */
        @Nullable
        Row next();

        /** How much is read, in the unit of {@link #total()}. */
        long processed();

        /** How much there is in all, in bytes or rows; empty when unknown. */
        OptionalLong total();

        @Override
        void close();
    }
}
