package org.clientele.testkit.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.RowSource;
import org.jspecify.annotations.Nullable;

/** A file of rows that is in no file system. */
final class Lines implements RowSource, RowSink {

    private final List<List<String>> rows;

    /** A file with these rows, the header first. */
    Lines(List<List<String>> rows) {
        this.rows = new ArrayList<>(rows);
    }

    List<List<String>> rows() {
        return rows;
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public @Nullable Path file() {
        return null;
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(String.valueOf(rows).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Rows open() {
        return new Reading();
    }

    @Override
    public RowSink rejects(Path file) {
        return new Lines(List.of());
    }

    @Override
    public void write(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}

    private final class Reading implements Rows {

        private int next = 1;

        @Override
        public List<String> header() {
            return rows.get(0);
        }

        @Override
        public @Nullable Row next() {
            return next < rows.size() ? new Row(next, next, rows.get(next++)) : null;
        }

        @Override
        public long processed() {
            return next - 1L;
        }

        @Override
        public OptionalLong total() {
            return OptionalLong.of(rows.size() - 1L);
        }

        @Override
        public void close() {}
    }
}
