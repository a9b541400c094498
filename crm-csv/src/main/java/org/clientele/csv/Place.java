package org.clientele.csv;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.clientele.value.TimeOrderedId;

/** Where a CSV goes. What is written to its stream is closed before it is kept. */
sealed interface Place {

    /** What a person calls it. */
    String name();

    /** What to write to. */
    OutputStream stream();

    /** What was written appears. */
    void keep() throws IOException;

    /** What was written and not kept goes. */
    void discard() throws IOException;

    /** A file that is written beside its place and takes it when it is kept; compressed when its name ends in .gz. */
    record PartOf(Path file, Path part, OutputStream stream) implements Place {

        static PartOf begin(Path file) throws IOException {
            Path part = file.resolveSibling("." + file.getFileName() + "." + TimeOrderedId.next() + ".part");
            OutputStream plain = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new PartOf(
                    file,
                    part,
                    FileBytes.isPacked(file) ? new GZIPOutputStream(plain) : new BufferedOutputStream(plain));
        }

        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public void keep() throws IOException {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException otherwise) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public void discard() throws IOException {
            Files.deleteIfExists(part);
        }
    }

    /** Somebody's stream, which stays open. */
    record Given(OutputStream out) implements Place {

        @Override
        public String name() {
            return "the output stream";
        }

        @Override
        public OutputStream stream() {
            return new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    flush();
                }
            };
        }

        @Override
        public void keep() {}

        @Override
        public void discard() {}
    }
}
