package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.clientele.exchange.row.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {

    @TempDir
    private Path directory;

    private List<List<String>> read(String text) throws IOException {
        return Found.in(Files.writeString(directory.resolve("contacts.csv"), text))
                .table();
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
            assertThat(Found.in(file).lines())
                    .as(end.replace("\n", "n").replace("\r", "r"))
                    .containsExactly(2L, 6L, 7L);
        }
    }

    @Test
    void aFirstLineMayNameTheDelimiter() throws IOException {
        assertThat(read("sep=;\r\na,b;c\r\n1;2\r\n")).containsExactly(List.of("a,b", "c"), List.of("1", "2"));
        assertThat(read("\uFEFFsep=^\na^b\n1^2\n")).containsExactly(List.of("a", "b"), List.of("1", "2"));
        Path file = Files.writeString(directory.resolve("named.csv"), "sep=;\n\na;b\n1;2\n");
        assertThat(Found.in(file).lines()).containsExactly(4L);
        assertThat(Found.in(file).dialect())
                .hasToString("UTF-8, cells parted by semicolons as its first line says, lines that end in LF");
        assertThat(Found.in(Files.writeString(file, "sep=;\na,b;c\n1,2\n"), null, ',')
                        .table())
                .as("what is said comes before what is named")
                .containsExactly(List.of("a", "b;c"), List.of("1", "2"));
        assertThat(read("sep=,b\n1,2\n")).as("a title").first().isEqualTo(List.of("sep=", "b"));
    }

    @Test
    void titlesAreNotTakenForSomethingElse() throws IOException {
        Path file = directory.resolve("titles.csv");
        for (String title : List.of("sep=", "sep=^", "sep=;", "%PDF-", "PK\3\4", "\uFEFF", "\uFEFFa", " ", "", "#")) {
            for (List<String> titles : List.of(List.of(title), List.of(title, ""), List.of(title, title))) {
                try (CsvSink sink = CsvSink.at(file, Dialect.EXPORTED)) {
                    sink.write(titles);
                    sink.write(titles);
                    sink.finish();
                }
                assertThat(Found.in(file).table()).containsExactly(titles, titles);
            }
        }
    }

    @Test
    void everyScriptIsRecognisedWithoutAByteOrderMark() throws IOException {
        for (String text : List.of(
                "\u5ba2\u6237\u540d\u79f0,\u63cf\u8ff0\n\u4e0a\u6d77\u4e0a,\u4e0a\u4e0a\u4e0a\u4e00\n",
                "\u0928\u093e\u092e,\u092c\u093e\u092c\u0942\n\u092c\u0939\u0941\u0924 \u092c\u0921\u093c\u093e,\u0922\n",
                "\u0418\u043c\u044f,\u0413\u043e\u0440\u043e\u0434\n\u041e\u043b\u044c\u0433\u0430,\u041e\u043c\u0441\u043a\n",
                "\u0627\u0633\u0645,\u0645\u062f\u064a\u0646\u0629\n\u0645\u0646\u0649,\u0645\u0635\u0631\n",
                "Name,City\n\ud83d\ude00,K\u00f6ln\n")) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                Path file = Files.writeString(directory.resolve("script.csv"), text, charset);
                assertThat(Found.in(file).dialect().charset()).as(text).isEqualTo(charset);
                assertThat(Found.in(file).table())
                        .isEqualTo(text.lines()
                                .map(line -> List.of(line.split(",")))
                                .toList());
            }
        }
    }

    @Test
    void theDialectIsSaidInWords() throws IOException {
        Path file = Files.writeString(
                directory.resolve("said.csv"), "\uFEFF'a\t'b\r1\t2\r\n3\t4", StandardCharsets.UTF_16LE);
        try (CsvRows rows = new CsvSource(file, null, null).open()) {
            assertThat(rows.dialect())
                    .isEqualTo(
                            "UTF-16LE with a byte order mark, cells parted by tabs, lines that end in CR LF and in CR,"
                                    + " texts guarded");
        }
    }

    @Test
    void blanksAroundQuotesAreThoseOfManyHandmadeFiles() throws IOException {
        assertThat(read("a,b\n\"1\" ,2\n 3 , \"4\"\n"))
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of(" 3 ", " \"4\""));
    }

    @Test
    void whatALongRowMayHaveIsRead() throws IOException {
        String cell = "x".repeat(Limits.CHARACTERS - 2);
        assertThat(read("a,b\n" + cell + ",y\n").get(1)).containsExactly(cell, "y");
        String many = ",".repeat(Limits.CELLS - 1);
        assertThat(read("a" + many + "\nb" + many + "\n").get(1)).hasSize(Limits.CELLS);
    }

    @Test
    void whatIsLookedThroughAsBytesIsJudgedAsText() throws IOException {
        String cell = "\u00e9".repeat(Limits.CHARACTERS - 2);
        assertThat(read("a,b\n" + cell + ",y\n").get(1))
                .as("fewer characters than bytes")
                .containsExactly(cell, "y");
        assertThat(read("a,b\n\"1\"\u3000,2\n").get(1)).as("a wide blank").containsExactly("1", "2");
        assertThat(read("\uFEFF\"a,\n\",b\n1,2\n").get(0))
                .as("a quote after the mark")
                .containsExactly("a,\n", "b");
        assertThatThrownBy(() -> read("\uFEFF\"a,b\n1,2\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("a quote on line 1 that is never closed");
    }

    @Test
    void aFileMayBeLongerThanARow() throws IOException {
        String row = "x".repeat(999) + "\n";
        assertThat(read("a\n" + row.repeat(Limits.CHARACTERS / 500))).hasSize(Limits.CHARACTERS / 500 + 1);
    }

    @Test
    void aPackedFileIsUnpackedWhenItsNameSaysSo() throws IOException {
        Path file = directory.resolve("contacts.csv.gz");
        try (CsvSink sink = CsvSink.at(file, Dialect.EXPORTED)) {
            sink.write(List.of("a", "b"));
            sink.write(List.of("1", "2"));
            sink.finish();
        }
        assertThat(Found.in(file).table()).containsExactly(List.of("a", "b"), List.of("1", "2"));
        byte[] twice = Files.readAllBytes(file);
        Files.write(file, twice, StandardOpenOption.APPEND);
        assertThat(Found.in(file).rows()).as("two packed files in one").hasSize(3);
    }
}
