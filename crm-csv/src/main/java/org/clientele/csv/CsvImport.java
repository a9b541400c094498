package org.clientele.csv;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.clientele.Session;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.Importer;
import org.clientele.exchange.job.Import;
import org.clientele.exchange.job.ImportReport;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Imports CSV files as they are found: a header in the first line and rows below it, cells in double quotes where they need
 * it, blank lines left out. Recognised, and said in the report: UTF-8 with or without a byte order mark, UTF-16,
 * Windows-1252; commas, semicolons, tabs or bars, or what a first line such as {@code sep=;} names; any line ends; texts
 * that {@link CsvExport#guarded()} has guarded. A file whose name ends in {@code .gz} is unpacked. Immutable; it acts in
 * the session's name, any number of times.
 *
 * <pre>{@code
 * CsvImport<Account> accounts = CsvImport.into(sales, Account.TYPE, layout -> layout
 *         .column("Account name", Account.NAME)
 *         .matchOn(Account.NAME)
 *         .rejectsTo(Path.of("rejected.csv")));
 * ImportReport rehearsal = accounts.rehearse(Path.of("accounts.csv"));
 * ImportReport done = accounts.run(Path.of("accounts.csv"));
 * }</pre>
 *
 * <p>A file is looked through before anything is imported, so that one that is broken anywhere is refused as a whole.
 * Rows have at most 16,384 cells and 16,000,000 characters; a file has any number of them.
 *
 * @param <R> the type of the records
 */
public final class CsvImport<R extends CrmRecord> {

    private final Importer<R> importer;
    private final @Nullable Charset charset;
    private final @Nullable Character delimiter;

    private CsvImport(Importer<R> importer, @Nullable Charset charset, @Nullable Character delimiter) {
        this.importer = importer;
        this.charset = charset;
        this.delimiter = delimiter;
    }

    /** An import into a type that has records. */
    public static <R extends CrmRecord> CsvImport<R> into(
            Session session, EntityType<R> type, Consumer<ImportLayout<R>> layout) {
        return new CsvImport<>(session.importer(type, layout), null, null);
    }

    /** This import, of files in this charset, whatever they look like; a byte order mark is left out all the same. */
    public CsvImport<R> readAs(Charset newCharset) {
        if (!newCharset.canEncode()) {
            throw new IllegalArgumentException(
                    newCharset + " can only be read, and refused rows are written in it too; give the charset itself");
        }
        return new CsvImport<>(importer, newCharset, delimiter);
    }

    /** This import, of files with this delimiter, whatever their headers look like. */
    public CsvImport<R> delimitedBy(char newDelimiter) {
        if (!Heading.canDelimit(newDelimiter)) {
            throw new IllegalArgumentException("a quote, a line end, NUL or half a character parts no cells, but "
                    + (int) newDelimiter + " was given; give a character such as ';'");
        }
        return new CsvImport<>(importer, charset, newDelimiter);
    }

    /** The import of a file, to be done together with others as one: see {@link org.clientele.exchange.job.JointImport}. */
    public Import<R> from(Path file) {
        return importer.from(source(file));
    }

    /**
     * What {@link #run} would report. Nothing is written, no file of refused rows either.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not import
     * @throws org.clientele.exchange.row.UnreadableFileException when the file can not be imported as it is
     */
    public ImportReport rehearse(Path file) {
        return importer.rehearse(source(file));
    }

    /**
     * Imports the file; when its import was interrupted, by a crash or on request, what is left of it. The report is of all
     * rows either way.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not import
     * @throws org.clientele.exchange.row.UnreadableFileException when the file can not be imported as it is, or is not the one whose
     *     import was interrupted; then nothing was written
     * @throws org.clientele.exchange.row.UnwritableFileException when the file of refused rows can not be written
     */
    public ImportReport run(Path file) {
        return importer.run(source(file));
    }

    /**
     * Gives up the import of a file that was interrupted, so that the next run begins with the first row. What was committed
     * stays; the report tells of it, and its receipt can be undone.
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not import
     */
    public ImportReport giveUp(Path file) {
        return importer.giveUp(source(file));
    }

    private CsvSource source(Path file) {
        return new CsvSource(file, charset, delimiter);
    }
}
