package org.clientele.exchange.row;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rows on the heap, cells parted by bars. */
public final class Table implements RowSource, RowSink {

    private final List<List<String>> rows = new ArrayList<>();

    public static Table of(String... lines) {
        Table table = new Table();
        Arrays.stream(lines).forEach(line -> table.rows.add(List.of(line.split("\\|", -1))));
        return table;
    }

    /** The titles, parted by bars. */
    public String titles() {
        return line(0);
    }

    public String line(int number) {
        return String.join("|", rows.get(number));
    }

    /** The cell of the first row of data under a title. */
    public String cell(String title) {
        return rows.get(1).get(rows.get(0).indexOf(title));
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public @Nullable Path file() {
        return null;
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public RowSink rejects(Path file) {
        return new Table();
    }

    @Override
    public Rows open() {
        return new Reading();
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
            return next < rows.size() ? new Row(next, next + 1L, rows.get(next++)) : null;
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
