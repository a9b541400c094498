package org.clientele.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** A CSV file, recognised and looked through each time before it is read. */
final class CsvSource implements RowSource {

    private final Path file;
    private final @Nullable Charset charset;
    private final @Nullable Character delimiter;

    /** A source of the file; what is null is recognised. */
    CsvSource(Path file, @Nullable Charset charset, @Nullable Character delimiter) {
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
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
    public CsvRows open() {
        if (Files.isDirectory(file)) {
            throw new UnreadableFileException(file + " is a directory; name a file in it");
        } else if (!Files.isReadable(file)) {
            throw new UnreadableFileException(file
                    + (Files.exists(file) ? " may not be read; see to its rights" : " is not there; see to the path"));
        }
        try {
            Dialect dialect = recognise();
            return new CsvRows(name(), FileText.open(file, dialect.charset()), Files.size(file), dialect);
        } catch (CharacterCodingException other) {
            throw Survey.inAnotherCharset(name(), 1, other);
        } catch (ZipException | EOFException broken) {
            throw new UnreadableFileException(
                    name() + " ends in .gz and is no whole gzip file; compress it again, or rename"
                            + " it when it is not compressed",
                    broken);
        } catch (IOException bad) {
            throw unreadable(bad);
        }
    }

    private UnreadableFileException unreadable(IOException bad) {
        return new UnreadableFileException(name() + " can not be read: " + bad.getMessage(), bad);
    }

    private Dialect recognise() throws IOException {
        Charset in = charset();
        try (FileText text = FileText.open(file, in)) {
            Heading heading = Heading.read(text);
            char parting = delimiter == null ? heading.delimiter() : delimiter;
            Survey survey = look(in, text.isMarked(), parting);
            check(survey.rows() - (heading.named() ? 1 : 0));
            return new Dialect(in, text.isMarked(), parting, heading.named(), survey.lineEnds(), false);
        }
    }

    /**
     * Looks through the file. What is known to be in a charset that has ASCII within it is looked through as bytes, which
     * takes half the time and is never more lenient: whatever that refuses is looked at again as the text that it is.
     */
    private Survey look(Charset in, boolean marked, char parting) throws IOException {
        boolean narrow = in.equals(StandardCharsets.UTF_8) || in.equals(ByteTally.WINDOWS_1252);
        if (charset == null && narrow && parting < Survey.ASCII) {
            try (FileBytes bytes = FileBytes.open(file)) {
                bytes.skipNBytes(marked ? FileText.BYTE_ORDER_MARK.getBytes(in).length : 0);
                return look(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1), parting);
            } catch (UnreadableFileException asBytes) {
                // the text may have more than blanks for blanks, and fewer characters than bytes
            }
        }
        try (FileText text = FileText.open(file, in)) {
            return look(text, parting);
        }
    }

    private Survey look(Reader text, char parting) throws IOException {
        Survey survey = new Survey(name(), parting);
        survey.lookThrough(text);
        return survey;
    }

    private Charset charset() throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            Magic.of(bytes.readNBytes(Magic.BYTES)).ifPresent(kind -> {
                throw new UnreadableFileException(kind.sentence(name()));
            });
        }
        if (charset != null) {
            return charset;
        }
        try (FileBytes bytes = FileBytes.open(file)) {
            return Charsets.recognise(bytes, name());
        }
    }

    private void check(long rows) {
        if (rows <= 0) {
            throw new UnreadableFileException(name() + " is empty; it needs a header and rows below it");
        } else if (rows == 1) {
            throw new UnreadableFileException(name() + " has a header and no row below it; there is nothing to import");
        }
    }

    @Override
    public RowSink rejects(Path rejects) {
        try (CsvRows rows = open()) {
            return CsvSink.at(rejects, charset == null ? rows.written().unmistakable() : rows.written());
        }
    }
}
