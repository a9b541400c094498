package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Rows are the same in whatever charset, with whatever delimiter and line ends, and the same that another reader reads. */
class DialectsTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern BY_CHANCE_UTF_8 = Pattern.compile("[\u00c9\u00e9][\u00bb\u20ac\u0153]");

    @Provide
    Arbitrary<Dialect> dialects() {
        return Combinators.combine(
                        Arbitraries.of(
                                StandardCharsets.UTF_8,
                                StandardCharsets.UTF_16LE,
                                StandardCharsets.UTF_16BE,
                                WINDOWS_1252),
                        Arbitraries.of(true, false),
                        Arbitraries.of(',', ';', '\t', '|', '^'),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((charset, mark, delimiter, named, guarded) -> new Dialect(
                        charset,
                        mark && charset != WINDOWS_1252,
                        delimiter,
                        named || delimiter == '^',
                        Set.of(LineEnd.CR_LF),
                        guarded));
    }

    /** Tables of text that is in all of the charsets, under a title that tells Windows-1252 from UTF-8. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars(" ,;\t|^\"\r\n\\#'=+-@ab\u00c9\u00bb\u00e9\u20ac\u0153")
                .ofMaxLength(8)
                .edgeCases(cases -> cases.add("", " ", "\"", "\r", "\n", "\r\n", "#", "''", "sep=;"));
        Arbitrary<String> title = Arbitraries.strings()
                .alpha()
                .withChars(" ,;\t|\"=")
                .ofMinLength(1)
                .ofMaxLength(6);
        return Arbitraries.integers()
                .between(2, 4)
                .flatMap(width -> Combinators.combine(
                                title.filter(text -> !text.startsWith("'"))
                                        .list()
                                        .ofSize(width - 1),
                                cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(6))
                        .as((titles, rows) -> {
                            List<String> header = new ArrayList<>(titles);
                            header.add("Caf\u00e9 \u20ac");
                            List<List<String>> all = new ArrayList<>(List.of(header));
                            all.addAll(rows);
                            return all;
                        }))
                .filter(DialectsTest::isClearInWindows1252);
    }

    /** The title's two faults must outweigh what is UTF-8 as well by chance: a file of as many of both is refused. */
    private static boolean isClearInWindows1252(List<List<String>> table) {
        return BY_CHANCE_UTF_8.matcher(table.toString()).results().count() < 2;
    }

    @Property(tries = 500)
    void whatIsWrittenInADialectIsRecognisedAndReadTheSame(
            @ForAll("tables") List<List<String>> table, @ForAll("dialects") Dialect dialect) throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        try {
            try (CsvSink sink = CsvSink.at(file, dialect)) {
                table.forEach(sink::write);
                sink.finish();
            }
            checkFound(file, table, dialect);
            checkRejects(file, table.subList(0, 2), null);
            checkRejects(file, table.subList(0, 2), dialect.charset());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void checkFound(Path file, List<List<String>> table, Dialect dialect) {
        Found found = Found.in(file);
        assertThat(found.table()).isEqualTo(table);
        assertThat(found.dialect()).isEqualTo(dialect);
        assertThat(Found.in(file, dialect.charset(), dialect.delimiter())).isEqualTo(found);
    }

    /** Refused rows come back, however few there are to recognise them by. */
    private static void checkRejects(Path file, List<List<String>> table, @Nullable Charset charset)
            throws IOException {
        Path rejects = Files.createTempFile("rejects", ".csv");
        try (RowSink sink = new CsvSource(file, charset, null).rejects(rejects)) {
            table.forEach(sink::write);
            sink.finish();
            assertThat(Found.in(rejects, charset, null).table()).isEqualTo(table);
        } finally {
            Files.deleteIfExists(rejects);
        }
    }

    /** The table by hand: with quotes where none are needed, blank lines, and any line ends. */
    private static String written(List<List<String>> table, char delimiter, String lineEnd, Random random) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                boolean bare = cell.matches("[a-zA-Z\u00e9\u20ac ]+") && random.nextBoolean();
                text.append(i == 0 ? "" : delimiter);
                text.append(bare ? cell : '"' + cell.replace("\"", "\"\"") + '"');
            }
            text.append(lineEnd.repeat(random.nextInt(3) + 1));
        }
        return text.toString();
    }

    @Property(tries = 500)
    void anyLineEndsAndQuotesAreReadTheSame(
            @ForAll("tables") List<List<String>> table,
            @ForAll("dialects") Dialect dialect,
            @ForAll LineEnd lineEnd,
            @ForAll Random random)
            throws IOException {
        String end = lineEnd == LineEnd.CR_LF ? "\r\n" : lineEnd == LineEnd.LF ? "\n" : "\r";
        String text = (dialect.byteOrderMark() ? "\uFEFF" : "")
                + (dialect.named() ? "sep=" + dialect.delimiter() + end : "")
                + written(table, dialect.delimiter(), end, random);
        Path file = Files.createTempFile("written", ".csv");
        try {
            Files.writeString(file, text, dialect.charset());
            checkFound(
                    file,
                    table,
                    new Dialect(
                            dialect.charset(),
                            dialect.byteOrderMark(),
                            dialect.delimiter(),
                            dialect.named(),
                            Set.of(lineEnd),
                            false));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Texts that look like CSV and often are. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "\"", "\"", "\"\"", ",", ",", ";", "\t", " ", "\n", "\r\n", "\r", "a", "b c", "\u00e9",
                        "\u3000", "'", "=1", "\uFEFF")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2000)
    void anotherReaderReadsTheSame(@ForAll("texts") String text) throws IOException {
        Path file = Files.createTempFile("text", ".csv");
        try {
            Files.writeString(file, "a,b\n" + text);
            List<SecondReader.Read> expected;
            try {
                expected = SecondReader.read("a,b\n" + text, ',');
            } catch (IllegalArgumentException noCsv) {
                expected = List.of();
            }
            List<SecondReader.Read> read = new ArrayList<>();
            try {
                Found found = Found.in(file, StandardCharsets.UTF_8, ',');
                read.add(new SecondReader.Read(1, found.header()));
                for (Row row : found.rows()) {
                    read.add(new SecondReader.Read(row.line(), row.cells()));
                }
            } catch (UnreadableFileException refused) {
                assertThat(ReaderFuzz.isLate(refused)).as("refused late").isFalse();
                if (expected.size() == 1) {
                    assertThat(refused).hasMessageContaining("has a header and no row below it");
                    return;
                }
            }
            assertThat(read).isEqualTo(expected);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
