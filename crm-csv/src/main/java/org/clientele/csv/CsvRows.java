package org.clientele.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** One reading of a CSV file that was looked through. */
final class CsvRows implements RowSource.Rows {

    private final String name;
    private final FileText text;
    private final long size;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final Dialect dialect;
    private long number;
    private long lastLine;

    CsvRows(String name, FileText text, long size, Dialect dialect) throws IOException {
        this.name = name;
        this.text = text;
        this.size = size;
        try {
            this.parser = CSVParser.builder()
                    .setReader(text)
                    .setFormat(format(dialect))
                    .get();
            this.records = parser.iterator();
            if (dialect.named()) {
                read();
            }
            List<String> titles = titles();
            this.dialect = dialect.guarded(Guard.isSaidBy(titles, name));
            this.header = decoded(titles);
        } catch (IOException | RuntimeException bad) {
            text.close();
            throw bad;
        }
    }

    static CSVFormat format(Dialect dialect) {
        return CSVFormat.DEFAULT.builder().setDelimiter(dialect.delimiter()).get();
    }

    private List<String> titles() {
        CSVRecord first = read();
        if (first == null) {
            throw changed("it has no header any more", null);
        }
        return List.of(first.values());
    }

    private @Nullable CSVRecord read() {
        lastLine = parser.getCurrentLineNumber();
        text.allow(Limits.CHARACTERS);
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException bad) {
            throw changed(String.valueOf(bad.getMessage()), bad);
        }
    }

    /** A file that was looked through can be read to its end, unless somebody writes it or its disk fails. */
    private UnreadableFileException changed(String why, @Nullable Throwable cause) {
        return new UnreadableFileException(
                name + " can not be read after line " + lastLine + ", though it could a moment ago: " + why
                        + "; import it when nobody changes it",
                cause);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable Row next() {
        CSVRecord record = read();
        if (record == null) {
            return null;
        }
        number++;
        return new Row(number, line(record), decoded(List.of(record.values())));
    }

    private List<String> decoded(List<String> cells) {
        if (!dialect.guarded()) {
            return cells;
        }
        List<String> plain = new ArrayList<>(cells.size());
        for (String cell : cells) {
            plain.add(Guard.decode(cell));
        }
        return plain;
    }

    /** The line on which a row begins that was read just now. */
    private long line(CSVRecord record) {
        long now = parser.getCurrentLineNumber();
        return now == lastLine + 1 ? now : now - lineBreaks(record);
    }

    /** How many lines a row has beyond its first. */
    private static long lineBreaks(CSVRecord record) {
        long breaks = 0;
        for (String cell : record) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                boolean pair = c == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
                breaks += !pair && (c == '\n' || c == '\r') ? 1 : 0;
            }
        }
        return breaks;
    }

    @Override
    public String dialect() {
        return dialect.toString();
    }

    /** How the file is written. */
    Dialect written() {
        return dialect;
    }

    @Override
    public long processed() {
        return text.bytes();
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(size);
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
