package org.clientele.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.clientele.exchange.RowSink;
import org.clientele.exchange.UnwritableFileException;
import org.clientele.value.TimeOrderedId;

/** A CSV file that is written beside its place and takes it at the end. */
final class CsvSink implements RowSink {

    private final Path file;
    private final Path part;
    private final char delimiter;
    private final BufferedWriter writer;
    private final CSVPrinter printer;
    private boolean begun;

    private CsvSink(Path file, Path part, char delimiter) throws IOException {
        this.file = file;
        this.part = part;
        this.delimiter = delimiter;
        this.writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        this.printer = new CSVPrinter(writer, CsvRows.format(delimiter));
    }

    static CsvSink at(Path file, char delimiter) {
        if (Files.isDirectory(file)) {
            throw new UnwritableFileException(file + " is a directory; name a file in it");
        }
        Path part = file.resolveSibling("." + file.getFileName() + "." + TimeOrderedId.next() + ".part");
        try {
            return new CsvSink(file, part, delimiter);
        } catch (IOException bad) {
            throw unwritable(file, bad);
        }
    }

    private static UnwritableFileException unwritable(Path file, IOException bad) {
        return new UnwritableFileException(file + " can not be written: " + bad, bad);
    }

    @Override
    public void write(List<String> cells) {
        cells.forEach(this::check);
        try {
            if (begun) {
                printer.printRecord(cells);
            } else {
                begun = true;
                writeHeader(cells);
            }
        } catch (IOException bad) {
            throw unwritable(file, bad);
        }
    }

    /** All titles in quotes when one has something in it that could be taken for the delimiter. */
    private void writeHeader(List<String> titles) throws IOException {
        boolean misleading =
                titles.stream().anyMatch(title -> title.chars().anyMatch(c -> CsvSource.DELIMITERS.indexOf(c) >= 0));
        CSVFormat format = CsvRows.format(delimiter);
        new CSVPrinter(
                        writer,
                        misleading
                                ? format.builder().setQuoteMode(QuoteMode.ALL).get()
                                : format)
                .printRecord(titles);
    }

    /** Refuses what could not be read again. */
    private void check(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < cell.length()
                    && Character.isLowSurrogate(cell.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw new UnwritableFileException(
                        file + " can not be written: a text has " + (c == 0 ? "a NUL character" : "half of a character")
                                + " at " + (i + 1) + "; remove it: " + cell);
            }
            i += pair ? 1 : 0;
        }
    }

    @Override
    public void finish() {
        try {
            writer.close();
            move();
        } catch (IOException bad) {
            throw unwritable(file, bad);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        try {
            try {
                writer.close();
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException bad) {
            throw unwritable(file, bad);
        }
    }
}
