package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.clientele.exchange.Row;
import org.clientele.exchange.RowSource;
import org.clientele.exchange.UnreadableFileException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {

    @TempDir
    private Path directory;

    /** All rows of a file, the header first. */
    private static List<List<String>> read(Path file, @Nullable Character delimiter) {
        List<List<String>> rows = new ArrayList<>();
        try (RowSource.Rows reading = new CsvSource(file, delimiter).open()) {
            rows.add(reading.header());
            for (Row row = reading.next(); row != null; row = reading.next()) {
                rows.add(row.cells());
            }
            assertThat(reading.processed()).isEqualTo(Files.size(file));
        } catch (IOException bad) {
            throw new AssertionError(bad);
        }
        return rows;
    }

    private List<List<String>> read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private List<List<String>> read(String text, Charset charset) throws IOException {
        return read(Files.writeString(directory.resolve("contacts.csv"), text, charset), null);
    }

    private void refused(String text, String sentence) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(sentence);
    }

    @Test
    void theDelimiterIsTheOneThatTheHeaderHasMostOf() throws IOException {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            assertThat(read("a" + delimiter + "\"b,;,;\"\n1" + delimiter + "2"))
                    .containsExactly(List.of("a", "b,;,;"), List.of("1", "2"));
        }
        assertThat(read("a;b,c;d\n1;2;3")).first().isEqualTo(List.of("a", "b,c", "d"));
        assertThat(read("one\n1;2")).containsExactly(List.of("one"), List.of("1;2"));
    }

    @Test
    void allLineEndsAreReadAndBlankLinesLeftOut() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<List<String>> rows = List.of(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"));
            String text = String.join(end, "", "a,b", "1,2", "", "", "3,4");
            assertThat(read(text)).isEqualTo(rows);
            assertThat(read(text + end + end)).isEqualTo(rows);
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        assertThat(read("\uFEFFa,b\n1,\uFEFF2")).containsExactly(List.of("a", "b"), List.of("1", "\uFEFF2"));
    }

    @Test
    void cellsAreReadExactlyAsTheyStand() throws IOException {
        assertThat(read("a,b\n x ,\" \"\"y\"\"\r\n\"\n\\,'z'\n\"\","))
                .containsExactly(
                        List.of("a", "b"), List.of(" x ", " \"y\"\r\n"), List.of("\\", "'z'"), List.of("", ""));
        assertThat(read("a\n\"\"\n")).containsExactly(List.of("a"), List.of(""));
    }

    @Test
    void aRowKnowsTheLineOnWhichItBegins() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Path file = Files.writeString(
                    directory.resolve("lines.csv"),
                    String.join(end, "a,b", "1,\"x", "y" + end + "\"", "", "2,z", "3,\"", "\""));
            List<Long> lines = new ArrayList<>();
            try (RowSource.Rows rows = new CsvSource(file, null).open()) {
                for (Row row = rows.next(); row != null; row = rows.next()) {
                    lines.add(row.line());
                }
            }
            assertThat(lines).as(end.replace("\n", "n").replace("\r", "r")).containsExactly(2L, 6L, 7L);
        }
    }

    @Test
    void whatIsNoFileToReadIsToldInASentence() {
        assertThatThrownBy(() -> read(directory.resolve("contacts.csv"), null))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageEndingWith("contacts.csv is not there; see to the path");
        assertThatThrownBy(() -> read(directory, null))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageEndingWith("is a directory; name a file in it");
        refused("", "contacts.csv is empty; it needs a header and rows below it");
        refused("\r\n\n", "contacts.csv is empty; it needs a header and rows below it");
        refused("\uFEFF", "contacts.csv is empty; it needs a header and rows below it");
        refused("a,b\n", "contacts.csv has a header and no row below it; there is nothing to import");
    }

    @Test
    void whatIsNoTextIsToldInASentence() {
        refused(
                "a,b\n1,\0\n",
                "contacts.csv is broken near line 1: it has NUL characters, so it is no text; save it as CSV in UTF-8");
        assertThatThrownBy(() -> read("a,b\n\u00e9,2\n", StandardCharsets.ISO_8859_1))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageEndingWith("it is not in UTF-8; save it as CSV in UTF-8");
        assertThatThrownBy(() -> read("a,b\n1,2\n", StandardCharsets.UTF_16))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageEndingWith("it is not in UTF-8; save it as CSV in UTF-8");
    }

    @Test
    void aBrokenQuoteIsToldBeforeAnythingIsRead() {
        refused(
                "a,b\n1,2\n3,\"4\n5,6\n",
                "contacts.csv is broken near line 4: the quote that opens after line 2 is never closed; close or double it");
        refused(
                "a,b\n1,\"2\"x\n",
                "contacts.csv is broken near line 2: something stands between a closing quote and the end of its cell;"
                        + " double the quotes within a cell");
        refused(
                "a,\"b",
                "contacts.csv is broken near line 1: the quote that opens after line 0 is never closed; close or double it");
    }

    @Test
    void anOpenQuoteDoesNotTakeInTheRestOfAHugeFile() throws IOException {
        Path file = directory.resolve("huge.csv");
        String line = "x".repeat(999_999) + "\n";
        Files.writeString(file, "a\n\"");
        for (int i = 0; i < 40; i++) {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        }
        assertThatThrownBy(() -> read(file, null))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("a row has more than 16000000 characters; is a quote left open?");
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars(" ,;\t|\"\r\n\\#'=ab\u00e9\uFEFF\u2028\u0001")
                .ofMaxLength(8)
                .injectDuplicates(0.1)
                .edgeCases(cases -> cases.add("", " ", "\"", "\r", "\n", "\r\n", "#", "\uD83D\uDE00"));
        return Arbitraries.integers()
                .between(1, 4)
                .flatMap(width -> Combinators.combine(
                                Arbitraries.strings()
                                        .alpha()
                                        .withChars(" ,;\t|\"")
                                        .ofMinLength(1)
                                        .ofMaxLength(6)
                                        .list()
                                        .ofSize(width),
                                cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(6))
                        .as((header, rows) -> {
                            List<List<String>> all = new ArrayList<>(List.of(header));
                            all.addAll(rows);
                            return all;
                        }));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll("tables") List<List<String>> table, @ForAll("delimiters") char delimiter)
            throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        try {
            try (CsvSink sink = CsvSink.at(file, delimiter)) {
                table.forEach(sink::write);
                sink.finish();
            }
            assertThat(read(file, delimiter)).isEqualTo(table);
            if (table.get(0).size() > 1) {
                assertThat(read(file, null)).isEqualTo(table);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Property(tries = 2000)
    void anyBytesAreReadOrRefusedInASentence(@ForAll("bytes") byte[] bytes) throws IOException {
        Path file = Files.createTempFile("bytes", ".csv");
        try {
            Files.write(file, bytes);
            read(file, null);
        } catch (UnreadableFileException refused) {
            assertThat(refused).hasMessageStartingWith("bytes").message().doesNotContain("Exception");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> likely =
                Arbitraries.of(",;\"\n\r\tab\\ ".chars().mapToObj(c -> (byte) c).toList());
        return Arbitraries.frequencyOf(Tuple.of(9, likely), Tuple.of(1, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMaxSize(60);
    }
}
