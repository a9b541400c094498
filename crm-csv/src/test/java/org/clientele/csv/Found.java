package org.clientele.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.exchange.row.Row;
import org.jspecify.annotations.Nullable;

/** All that is in a CSV file. */
record Found(Dialect dialect, List<String> header, List<Row> rows) {

    static Found in(Path file) {
        return in(file, null, null);
    }

    static Found in(Path file, @Nullable Charset charset, @Nullable Character delimiter) {
        List<Row> rows = new ArrayList<>();
        try (CsvRows reading = new CsvSource(file, charset, delimiter).open()) {
            for (Row row = reading.next(); row != null; row = reading.next()) {
                rows.add(row);
            }
            if (reading.processed() != Files.size(file)) {
                throw new AssertionError(reading.processed() + " bytes of " + Files.size(file) + " were read");
            }
            return new Found(reading.written(), reading.header(), rows);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /** The cells, the header first. */
    List<List<String>> table() {
        List<List<String>> table = new ArrayList<>(List.of(header));
        rows.forEach(row -> table.add(row.cells()));
        return table;
    }

    List<Long> lines() {
        return rows.stream().map(Row::line).toList();
    }
}
