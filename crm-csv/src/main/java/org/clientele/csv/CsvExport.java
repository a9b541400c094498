package org.clientele.csv;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.clientele.Selection;
import org.clientele.Session;
import org.clientele.exchange.ExportLayout;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;

/**
 * Exports records as CSV by RFC 4180: UTF-8 without a byte order mark, commas, lines that end in CR LF, cells in double
 * quotes where they need it. The file appears as a whole or not at all.
 *
 * <p>Cells are written exactly as the values are. One that begins with {@code =}, {@code +}, {@code -} or {@code @} is
 * taken for a formula by spreadsheet programs; nothing is done against that here, so do not open an export there whose
 * texts strangers can write.
 */
public final class CsvExport {

    private CsvExport() {}

    /**
     * Writes what is selected, in its order, and says how many records that were.
     *
     * <pre>{@code
     * CsvExport.write(sales, sales.select(Account.TYPE), path, columns -> columns
     *         .column("Account name", Account.NAME)
     *         .column("Owner", UserOwned.OWNER, by(User.TYPE, User.USERNAME)));
     * }</pre>
     *
     * @throws org.clientele.access.AccessDeniedException when the actor may not export
     * @throws org.clientele.exchange.UnwritableFileException when the file can not be written
     */
    public static <R extends CrmRecord> long write(
            Session session, Selection<R> selection, Path file, Consumer<ExportLayout<R>> columns) {
        try (CsvSink sink = CsvSink.at(file, CsvSource.COMMA)) {
            return session.exporter(selection, columns).write(sink);
        }
    }

    /** Writes what is selected with a column for each property, titled by its label. */
    @SafeVarargs
    public static <R extends CrmRecord> long write(
            Session session, Selection<R> selection, Path file, Property<? super R, ?>... properties) {
        return write(
                session, selection, file, columns -> Arrays.asList(properties).forEach(columns::column));
    }
}
