package org.clientele.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.clientele.exchange.Row;
import org.clientele.exchange.RowSource;
import org.clientele.exchange.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** One reading of a CSV file. */
final class CsvRows implements RowSource.Rows {

    private final String name;
    private final FileText text;
    private final long size;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long number;
    private long lastLine;

    CsvRows(String name, FileText text, long size, char delimiter) {
        this.name = name;
        this.text = text;
        this.size = size;
        try {
            this.parser = CSVParser.builder()
                    .setReader(text)
                    .setFormat(format(delimiter))
                    .get();
            this.records = parser.iterator();
            this.header = firstRow();
        } catch (IOException | RuntimeException bad) {
            close(text);
            throw bad instanceof IOException io ? broken(io) : (RuntimeException) bad;
        }
    }

    static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
    }

    private List<String> firstRow() {
        CSVRecord first = read();
        if (first == null) {
            throw new UnreadableFileException(name + " is empty; it needs a header and rows below it");
        }
        return first.toList();
    }

    private @Nullable CSVRecord read() {
        try {
            CSVRecord record = records.hasNext() ? records.next() : null;
            text.noteRow();
            if (record != null) {
                lastLine = parser.getCurrentLineNumber();
            }
            return record;
        } catch (UncheckedIOException bad) {
            throw broken(Objects.requireNonNull(bad.getCause()));
        }
    }

    private UnreadableFileException broken(IOException bad) {
        String where = name + " is broken near line " + Math.max(parser.getCurrentLineNumber(), 1) + ": ";
        String why = String.valueOf(bad.getMessage());
        if (why.contains("EOF reached")) {
            why = "the quote that opens after line " + lastLine + " is never closed; close or double it";
        } else if (bad instanceof CSVException) {
            why = "something stands between a closing quote and the end of its cell; double the quotes within a cell";
        }
        return new UnreadableFileException(where + why, bad);
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
        return new Row(number, parser.getCurrentLineNumber() - lineBreaks(record), record.toList());
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
    public long processed() {
        return text.bytes();
    }

    @Override
    public OptionalLong total() {
        return OptionalLong.of(size);
    }

    @Override
    public void close() {
        close(text);
    }

    private static void close(FileText text) {
        try {
            text.close();
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
