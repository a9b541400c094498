package org.clientele.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clientele.exchange.Fingerprint;
import org.clientele.exchange.RowSink;
import org.clientele.exchange.RowSource;
import org.clientele.exchange.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** A CSV file. */
final class CsvSource implements RowSource {

    static final char COMMA = ',';

    /** The delimiters that are recognised, the likeliest first. */
    static final String DELIMITERS = COMMA + ";\t|";

    private final Path file;
    private final @Nullable Character given;

    CsvSource(Path file, @Nullable Character given) {
        this.file = file;
        this.given = given;
    }

    @Override
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Fingerprint fingerprint() {
        try {
            return Fingerprint.of(file);
        } catch (IOException bad) {
            throw unreadable(bad);
        }
    }

    @Override
    public Rows open() {
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException(file + " is a directory; name a file in it");
        } else if (!Files.isReadable(file)) {
            throw new UnreadableFileException(file
                    + (Files.exists(file) ? " may not be read; see to its rights" : " is not there; see to the path"));
        }
        char delimiter = delimiter();
        try (CsvRows rows = rows(delimiter)) {
            check(rows);
        }
        return rows(delimiter);
    }

    private CsvRows rows(char delimiter) {
        return new CsvRows(name(), text(), size(), delimiter);
    }

    private FileText text() {
        try {
            return FileText.open(file);
        } catch (IOException bad) {
            throw unreadable(bad);
        }
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException bad) {
            throw unreadable(bad);
        }
    }

    private UnreadableFileException unreadable(IOException bad) {
        return new UnreadableFileException(name() + " can not be read: " + bad.getMessage(), bad);
    }

    /** Reads to the end: what is broken anywhere is found before anything is done. */
    private void check(CsvRows rows) {
        if (rows.next() == null) {
            throw new UnreadableFileException(name() + " has a header and no row below it; there is nothing to import");
        }
        boolean more = true;
        while (more) {
            more = rows.next() != null;
        }
    }

    private char delimiter() {
        if (given != null) {
            return given;
        }
        try (FileText text = text()) {
            return mostFrequent(text);
        } catch (IOException bad) {
            throw unreadable(bad);
        }
    }

    /** The delimiter that stands most often outside of quotes in the first line that has something in it. */
    private static char mostFrequent(FileText text) throws IOException {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int c = text.read(); c >= 0; c = text.read()) {
            boolean ends = !quoted && (c == '\n' || c == '\r');
            if (ends && begun) {
                break;
            }
            begun |= !ends;
            quoted ^= c == '"';
            int at = DELIMITERS.indexOf(c);
            if (!quoted && at >= 0) {
                counts[at]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS.charAt(most);
    }

    @Override
    public RowSink rejects(Path rejects) {
        return CsvSink.at(rejects, delimiter());
    }
}
