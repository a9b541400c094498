package org.clientele.csv;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.clientele.Selection;
import org.clientele.Session;
import org.clientele.exchange.ExportLayout;
import org.clientele.exchange.Exporter;
import org.clientele.model.CrmRecord;

/**
 * Exports records as CSV by RFC 4180: UTF-8 without a byte order mark, commas, lines that end in CR LF, cells in double
 * quotes where they need it. Immutable; it acts in the session's name, any number of times.
 *
 * <pre>{@code
 * long written = CsvExport.of(sales, sales.select(Account.TYPE), columns -> columns
 *                 .column("Account name", Account.NAME)
 *                 .column("Owner", UserOwned.OWNER, by(User.TYPE, User.USERNAME)))
 *         .guarded()
 *         .write(path);
 * }</pre>
 *
 * <p>Records come in the order of the selection, and by identity where that says nothing. They are written as they are
 * read from the store: memory does not grow with their number.
 *
 * <p>Cells are written exactly as the values are, unless they are guarded. A cell that begins with {@code =}, {@code +},
 * {@code -} or {@code @} is taken for a formula by spreadsheet programs: guard an export that is opened there when
 * strangers can write its texts.
 *
 * @param <R> the type of the records
 */
public final class CsvExport<R extends CrmRecord> {

    private final Exporter<R> exporter;
    private final Dialect dialect;

    private CsvExport(Exporter<R> exporter, Dialect dialect) {
        this.exporter = exporter;
        this.dialect = dialect;
    }

    /** An export of what is selected. */
    public static <R extends CrmRecord> CsvExport<R> of(
            Session session, Selection<R> selection, Consumer<ExportLayout<R>> columns) {
        return new CsvExport<>(session.exporter(selection, columns), Dialect.EXPORTED);
    }

    /**
     * This export, guarded against being taken for formulas: a text that begins with {@code =}, {@code +}, {@code -},
     * {@code @}, a tab, a line break, the wide form of one of them or an apostrophe gets an apostrophe before it, and every
     * title gets one, by which an import knows that the texts below have them and takes them off again. A number in a
     * column of numbers or money stays as it is.
     */
    public CsvExport<R> guarded() {
        return new CsvExport<>(exporter, dialect.guarded(true));
    }

    /**
     * Writes the file, compressed by gzip when its name ends in {@code .gz}, and says how many records that were. It appears
     * as a whole or not at all.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not export
     * @throws org.clientele.exchange.row.UnwritableFileException when the file can not be written
     */
    public long write(Path file) {
        try (CsvSink sink = CsvSink.at(file, dialect)) {
            return exporter.write(sink);
        }
    }

    /**
     * Writes to the stream, flushes it and leaves it open; says how many records that were. When it fails, some of them may
     * be written.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not export; then nothing was written
     * @throws org.clientele.exchange.row.UnwritableFileException when the stream can not be written
     */
    public long write(OutputStream stream) {
        try (CsvSink sink = CsvSink.to(stream, dialect)) {
            return exporter.write(sink);
        }
    }
}
