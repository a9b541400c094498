package org.clientele.csv;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.clientele.exchange.RowSink;
import org.clientele.exchange.RowSource;
import org.clientele.exchange.UnreadableFileException;
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
            throw new UnreadableFileException(name() + " can not be read: " + bad.getMessage(), bad);
        }
    }

    private Dialect recognise() throws IOException {
        Charset in = charset();
        try (FileText text = FileText.open(file, in)) {
            Heading heading = Heading.read(text);
            char parting = delimiter == null ? heading.delimiter() : delimiter;
            Survey survey = new Survey(name(), parting);
            try (FileText all = FileText.open(file, in)) {
                survey.lookThrough(all);
            }
            check(survey.rows() - (heading.named() ? 1 : 0));
            return new Dialect(in, text.isMarked(), parting, heading.named(), survey.lineEnds(), false);
        }
    }

    private Charset charset() throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            Magic.check(bytes.readNBytes(Magic.BYTES), name());
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
