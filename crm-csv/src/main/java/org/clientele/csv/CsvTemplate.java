package org.clientele.csv;

import java.nio.file.Path;
import org.clientele.Session;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/**
 * Writes a CSV file to be filled in: the columns of a type by convention, custom properties included, and one row as an
 * example. {@link org.clientele.exchange.ImportLayout#conventional()} imports it as it is.
 *
 * <pre>{@code
 * CsvTemplate.write(sales, Contact.TYPE, path);
 * }</pre>
 */
public final class CsvTemplate {

    private CsvTemplate() {}

    /**
     * Writes the template of a type that has records.
     *
     * @throws org.clientele.exchange.row.UnwritableFileException when the file can not be written
     */
    public static <R extends CrmRecord> void write(Session session, EntityType<R> type, Path file) {
        try (CsvSink sink = CsvSink.at(file, Dialect.EXPORTED)) {
            session.template(type).write(sink);
        }
    }
}
