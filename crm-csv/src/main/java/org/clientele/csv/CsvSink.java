package org.clientele.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.UnwritableFileException;

/** Writes rows as CSV to a place, in a dialect but for its line ends, which are CR LF. */
final class CsvSink implements RowSink {

    private static final int SHOWN = 60;

    private final Place place;
    private final Dialect dialect;
    private final Writer writer;
    private final CSVPrinter printer;
    private Set<Integer> numbers = Set.of();
    private boolean begun;

    private CsvSink(Place place, Dialect dialect) {
        this.place = place;
        this.dialect = dialect;
        this.writer = new BufferedWriter(new OutputStreamWriter(place.stream(), dialect.charset()));
        try {
            this.printer = new CSVPrinter(writer, CsvRows.format(dialect));
        } catch (IOException bad) {
            throw unwritable(bad);
        }
    }

    /** A sink that becomes this file. */
    static CsvSink at(Path file, Dialect dialect) {
        if (Files.isDirectory(file)) {
            throw new UnwritableFileException(file + " is a directory; name a file in it");
        }
        try {
            return new CsvSink(Place.PartOf.begin(file), dialect);
        } catch (IOException bad) {
            throw new UnwritableFileException(file + " can not be written: " + bad, bad);
        }
    }

    /** A sink that flows into this stream, and leaves it open. */
    static CsvSink to(OutputStream out, Dialect dialect) {
        return new CsvSink(new Place.Given(out), dialect);
    }

    private UnwritableFileException unwritable(IOException bad) {
        return new UnwritableFileException(place.name() + " can not be written: " + bad, bad);
    }

    @Override
    public void numbersIn(Set<Integer> columns) {
        numbers = Set.copyOf(columns);
    }

    @Override
    public void write(List<String> cells) {
        cells.forEach(this::check);
        try {
            if (begun) {
                printer.printRecord(dialect.guarded() ? encoded(cells) : cells);
            } else {
                begun = true;
                writeHeader(cells);
            }
        } catch (IOException bad) {
            throw unwritable(bad);
        }
    }

    private List<String> encoded(List<String> cells) {
        List<String> guarded = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            guarded.add(numbers.contains(i) ? Guard.encodeNumber(cell) : Guard.encode(cell));
        }
        return guarded;
    }

    private void writeHeader(List<String> titles) throws IOException {
        if (dialect.byteOrderMark()) {
            writer.write(FileText.BYTE_ORDER_MARK);
        }
        CSVFormat format = CsvRows.format(dialect);
        if (dialect.named()) {
            writer.write(Heading.NAMING + dialect.delimiter() + format.getRecordSeparator());
        }
        new CSVPrinter(
                        writer,
                        isMisleading(titles)
                                ? format.builder().setQuoteMode(QuoteMode.ALL).get()
                                : format)
                .printRecord(
                        dialect.guarded()
                                ? titles.stream().map(Guard::encodeTitle).toList()
                                : unmarked(titles));
    }

    /**
     * Whether these titles could be taken for something else: what is in one for the delimiter, the first for a line that
     * names it, for a byte order mark, or for the beginning of no CSV at all.
     */
    private boolean isMisleading(List<String> titles) {
        String first = titles.get(0);
        return titles.stream().anyMatch(title -> title.chars().anyMatch(c -> Heading.DELIMITERS.indexOf(c) >= 0))
                || first.startsWith(Heading.NAMING)
                || first.startsWith(FileText.BYTE_ORDER_MARK)
                || Magic.of(first.getBytes(dialect.charset())).isPresent();
    }

    private List<String> unmarked(List<String> titles) {
        for (String title : titles) {
            if (Guard.isMarked(title)) {
                throw new UnwritableFileException(
                        place.name() + " can not be written: the title " + title + " begins with"
                                + " an apostrophe, by which a guarded file is known; rename the column, or guard the export");
            }
        }
        return titles;
    }

    /** Refuses what could not be read again. */
    private void check(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < cell.length()
                    && Character.isLowSurrogate(cell.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw new UnwritableFileException(place.name() + " can not be written: a text has "
                        + (c == 0 ? "a NUL character" : "half of a character") + " at " + (i + 1) + "; remove it: "
                        + (cell.length() > SHOWN ? cell.substring(0, SHOWN) + "..." : cell));
            }
            i += pair ? 1 : 0;
        }
    }

    @Override
    public void finish() {
        try {
            writer.close();
            place.keep();
        } catch (IOException bad) {
            throw unwritable(bad);
        }
    }

    @Override
    public void close() {
        try {
            try {
                writer.close();
            } finally {
                place.discard();
            }
        } catch (IOException bad) {
            throw unwritable(bad);
        }
    }
}
