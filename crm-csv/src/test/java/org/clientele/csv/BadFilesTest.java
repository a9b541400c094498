package org.clientele.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.row.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation's table of what bad files get is what they get, word by word, and nothing is written. */
class BadFilesTest {

    private static final Pattern LINE = Pattern.compile("\\| ([^|]+) \\| `([^|]+)` \\|");
    private static final String HEADER = "Name,Description\n";

    @TempDir
    private Path directory;

    private final Crm crm = Crm.open();
    private final Session system = crm.asSystem();

    /** What makes the file of a line of the table. */
    private interface Maker {
        void make(Path file) throws IOException;
    }

    private static Maker text(String text) {
        return file -> Files.writeString(file, text);
    }

    private static Maker bytes(int... bytes) {
        return file -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int b : bytes) {
                    out.write(b);
                }
            }
        };
    }

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("not there", file -> {});
        makers.put("a directory", Files::createDirectory);
        makers.put("nothing in it", text(""));
        makers.put("blank lines alone", text("\r\n\n\r"));
        makers.put("a header alone", text(HEADER));
        makers.put("`.zip`, `.xlsx`, `.ods`", bytes('P', 'K', 3, 4, 20, 0));
        makers.put("`.xls`", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1));
        makers.put("a PDF", text("%PDF-1.7\n"));
        makers.put("gzip under another name", BadFilesTest::pack);
        makers.put("no gzip, or half of one, in a `.gz`", text(HEADER + "Acuserv,x\n"));
        makers.put("a NUL character", text(HEADER + "Acuserv,x\nBody\0Toning,y\n"));
        makers.put(
                "UTF-8 that is broken somewhere",
                file -> Files.writeString(
                        file, HEADER + "Caf\u00c3\u00a9 \u00c3\u00a4\nAc\u00e9,x\n", StandardCharsets.ISO_8859_1));
        makers.put("bytes of no charset that is recognised", bytes('N', 'a', 'm', 'e', '\n', 0x8D, 0xE9, '\n'));
        makers.put("another charset than `readAs` says", text(HEADER + "\u00e9,x\n"));
        makers.put("a quote that is never closed", text(HEADER + "Acuserv,x\n\"Body Toning,y\nBig Bear,z\n"));
        makers.put("text after a closing quote", text(HEADER + "Acuserv,\"the \"best\" of all\"\n"));
        makers.put("a row of 100,000 cells", text(HEADER + "Acuserv" + ",".repeat(99_999) + "\n"));
        makers.put("a field of 100 MB", BadFilesTest::huge);
        makers.put("some titles guarded and some not", text("'Name,Description\n'Acuserv,x\n"));
        makers.put("a title twice", text("Name,Name\nAcuserv,x\n"));
        makers.put("a row with too few or too many cells", text(HEADER + "Acuserv,x,y\n"));
        return makers;
    }

    private static void pack(Path file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, packed.toByteArray());
    }

    private static void huge(Path file) throws IOException {
        byte[] megabyte = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((HEADER + "\"").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(megabyte);
            }
            out.write("\",x\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    static List<Arguments> table() throws IOException {
        String page = Files.readString(Path.of("../docs/exchange.md"));
        String section = page.substring(page.indexOf("## What a bad file gets"));
        return LINE.matcher(section.substring(0, section.indexOf("\n## ")))
                .results()
                .map(line -> arguments(line.group(1), line.group(2)))
                .toList();
    }

    @Test
    void everyLineOfTheTableIsMadeHere() throws IOException {
        assertThat(table().stream().map(line -> line.get()[0])).containsExactlyElementsOf(makers().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void aBadFileGetsASentenceAndNothingIsWritten(String what, String sentence) throws IOException {
        Path file = directory.resolve(what.contains(".gz") ? "accounts.csv.gz" : "accounts.csv");
        makers().get(what).make(file);
        assertThat(sentence(file, what.contains("readAs"))).endsWith(sentence);
        assertThat(system.select(Account.TYPE).count()).isZero();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(other -> !other.equals(file))).isEmpty();
        }
    }

    private String sentence(Path file, boolean misread) {
        CsvImport<Account> accounts = CsvImport.into(
                system,
                Account.TYPE,
                layout -> layout.column("Name", Account.NAME).column("Description", Account.DESCRIPTION));
        try {
            ImportReport report = (misread ? accounts.readAs(StandardCharsets.US_ASCII) : accounts).run(file);
            return report.failures().get(0).problems().get(0).sentence();
        } catch (UnreadableFileException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
