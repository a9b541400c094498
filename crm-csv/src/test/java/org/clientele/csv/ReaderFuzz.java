package org.clientele.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.exchange.row.UnwritableFileException;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes are read, and then as another reader reads them and as they are read again when they are written; or they are
 * refused in a sentence. A coverage-guided fuzzer calls it, and a test with mutated files.
 */
public final class ReaderFuzz {

    /** In how many ways the bytes are read; the first byte says in which. */
    static final int WAYS = 8;

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16);
    private static final Path DIRECTORY = directory();

    private ReaderFuzz() {}

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("fuzz");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /** AssertionError, or whatever the reader should not throw, when something is wrong. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int way = (input[0] & 0xFF) % WAYS;
        Path file = DIRECTORY.resolve(way % 2 == 0 ? "file.csv" : "file.csv.gz");
        Charset charset = way < WAYS / 2 ? null : CHARSETS.get(way - WAYS / 2);
        Character delimiter = way == 2 || way == 3 ? Character.valueOf(';') : null;
        try {
            Files.write(file, Arrays.copyOfRange(input, 1, input.length));
            file.toFile().deleteOnExit();
            read(file, charset, delimiter);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private static void read(Path file, @Nullable Charset charset, @Nullable Character delimiter) throws IOException {
        Found found;
        try {
            found = Found.in(file, charset, delimiter);
        } catch (UnreadableFileException refused) {
            if (!String.valueOf(refused.getMessage()).startsWith("file.csv") || isLate(refused)) {
                throw new AssertionError("no sentence about the file, or not in time", refused);
            }
            return;
        }
        check(found.table(), secondTable(file, found.dialect()), "another reader");
        check(found.table(), rewritten(found), "what was written again");
    }

    /** Whether Commons CSV refused what was looked through before and found good. */
    static boolean isLate(UnreadableFileException refused) {
        return refused.getCause() instanceof UncheckedIOException;
    }

    private static void check(List<List<String>> table, List<List<String>> other, String of) {
        if (!table.equals(other)) {
            throw new AssertionError(table + " was read, but by " + of + " " + other);
        }
    }

    private static List<List<String>> secondTable(Path file, Dialect dialect) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = FileBytes.open(file)) {
            in.transferTo(bytes);
        }
        String text = bytes.toString(dialect.charset());
        List<List<String>> table = new ArrayList<>();
        for (SecondReader.Read row :
                SecondReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text, dialect.delimiter())) {
            table.add(
                    dialect.guarded() ? row.cells().stream().map(Guard::decode).toList() : row.cells());
        }
        return dialect.named() ? table.subList(1, table.size()) : table;
    }

    private static List<List<String>> rewritten(Found found) {
        Path file = DIRECTORY.resolve("again.csv");
        file.toFile().deleteOnExit();
        try (CsvSink sink = CsvSink.at(file, found.dialect())) {
            found.table().forEach(sink::write);
            sink.finish();
        } catch (UnwritableFileException half) {
            return found.table();
        }
        return Found.in(file, found.dialect().charset(), found.dialect().delimiter())
                .table();
    }
}
