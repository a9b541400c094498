package org.clientele.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Files as they come from spreadsheets, shops and old systems, to be mutated. */
final class RealFiles {

    private static final String TEXT = """
            Account name,Description,Since
            Acuserv,"one, ""two""
            three",2026-01-31
            Caf\u00e9 \u00dcbel,'=1+1,
            "Body Toning",,2025-12-01

            Big Bear Stores,\u20ac 5;|x,
            """;

    private RealFiles() {}

    static List<byte[]> all() {
        String dos = TEXT.replace("\n", "\r\n");
        return List.of(
                TEXT.getBytes(StandardCharsets.UTF_8),
                ("\uFEFFsep=;\r\n" + dos.replace(',', ';')).getBytes(StandardCharsets.UTF_8),
                dos.replace(',', '\t').getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + dos.replace(',', '|')).getBytes(StandardCharsets.UTF_16BE),
                TEXT.replace('\n', '\r').getBytes(Charset.forName("windows-1252")),
                "'Name,'Note\n'=1+1,''x\n'-5,\"'\ty\"\n".getBytes(StandardCharsets.UTF_8),
                packed(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
        return packed.toByteArray();
    }

    /** Writes them into a directory, each read in every way that {@link ReaderFuzz} reads: where a fuzzer starts. */
    public static void main(String... arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        List<byte[]> files = all();
        for (int i = 0; i < files.size(); i++) {
            for (int way = 0; way < ReaderFuzz.WAYS; way++) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(way);
                out.write(files.get(i));
                Files.write(directory.resolve("real-" + i + "-" + way), out.toByteArray());
            }
        }
    }
}
