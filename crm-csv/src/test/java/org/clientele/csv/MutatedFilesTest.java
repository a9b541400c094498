package org.clientele.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short form of the fuzzer's run: real files, cut, repeated, and with bytes changed, are read or refused. */
class MutatedFilesTest {

    private static final List<String> PIECES = List.of(
            "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\n\n", "'", "\0", "\uFEFF", "sep=;\n", "\u00e9",
            " ", "=");

    /** A change of a file: what stands from one place to another becomes something else. */
    private record Change(int from, int length, byte[] instead) {

        byte[] on(byte[] file) {
            int start = from % (file.length + 1);
            int end = Math.min(file.length, start + length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(file, 0, start);
            out.writeBytes(instead);
            out.write(file, end, file.length - end);
            return out.toByteArray();
        }
    }

    @Provide
    Arbitrary<byte[]> inputs() {
        Arbitrary<byte[]> instead = Arbitraries.oneOf(
                Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(3),
                Arbitraries.of(RealFiles.all()));
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.integers().between(0, 400), Arbitraries.of(0, 0, 1, 1, 2, 5, 400), instead)
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, ReaderFuzz.WAYS - 1),
                        Arbitraries.of(RealFiles.all()),
                        change.list().ofMaxSize(4))
                .as((way, file, changes) -> {
                    byte[] changed = file;
                    for (Change one : changes) {
                        changed = one.on(changed);
                    }
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    out.write(way);
                    out.writeBytes(changed);
                    return out.toByteArray();
                });
    }

    @Property(tries = 1000)
    void aMutatedFileIsReadOrRefused(@ForAll("inputs") byte[] input) {
        ReaderFuzz.fuzzerTestOneInput(input);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> likely = Arbitraries.of(
                ",;\"\n\r\tab\\ '".chars().mapToObj(c -> (byte) c).toList());
        return Arbitraries.oneOf(likely, Arbitraries.bytes())
                .array(byte[].class)
                .ofMaxSize(60);
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefused(@ForAll("bytes") byte[] input) {
        ReaderFuzz.fuzzerTestOneInput(input);
    }
}
