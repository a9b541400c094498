package org.clientele.jpa.killed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.RowSource;

/** A file of lines, the cells of which are parted by tabs. */
record TabFile(Path file) implements RowSource {

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public Fingerprint fingerprint() {
        try {
            return Fingerprint.of(file);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    @Override
    public Rows open() {
        try {
            return new Reading(Files.newBufferedReader(file));
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    @Override
    public RowSink rejects(Path refused) {
        return new Writing(refused);
    }

    private static final class Reading implements Rows {

        private final BufferedReader reader;
        private final List<String> header;
        private long number;

        Reading(BufferedReader reader) throws IOException {
            this.reader = reader;
            this.header = cells(reader.readLine());
        }

        private static List<String> cells(String line) {
            return List.of(line.split("\t", -1));
        }

        @Override
        public List<String> header() {
            return header;
        }

        @Override
        public Row next() {
            try {
                String line = reader.readLine();
                number++;
                return line == null ? null : new Row(number, number + 1, cells(line));
            } catch (IOException bad) {
                throw new UncheckedIOException(bad);
            }
        }

        @Override
        public long processed() {
            return number;
        }

        @Override
        public OptionalLong total() {
            return OptionalLong.empty();
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException bad) {
                throw new UncheckedIOException(bad);
            }
        }
    }

    private static final class Writing implements RowSink {

        private final Path place;
        private final List<String> lines = new ArrayList<>();

        Writing(Path place) {
            this.place = place;
        }

        @Override
        public void write(List<String> cells) {
            lines.add(String.join("\t", cells));
        }

        @Override
        public void finish() {
            Path part = place.resolveSibling(place.getFileName() + ".part");
            try {
                Files.write(part, lines);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException bad) {
                throw new UncheckedIOException(bad);
            }
        }

        @Override
        public void close() {
            lines.clear();
        }
    }
}
