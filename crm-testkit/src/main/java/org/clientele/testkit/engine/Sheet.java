package org.clientele.testkit.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.clientele.exchange.Row;
import org.clientele.exchange.RowSink;
import org.clientele.exchange.RowSource;
import org.jspecify.annotations.Nullable;

/** A format that is none: rows on the heap, written as a whole and read as they are. */
final class Sheet implements RowSource, RowSink {

    private final List<List<String>> written = new ArrayList<>();
    private final Map<Path, Sheet> refused = new LinkedHashMap<>();
    private List<List<String>> rows = List.of();
    private int opened;

    /** A sheet that has these rows, the header first. */
    static Sheet of(List<List<String>> rows) {
        Sheet sheet = new Sheet();
        sheet.rows = List.copyOf(rows);
        return sheet;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** How many times somebody began to read. */
    int opened() {
        return opened;
    }

    /** The sheet of refused rows that an import made of this one. */
    Sheet refusedTo(Path file) {
        return refused.getOrDefault(file, new Sheet());
    }

    @Override
    public String name() {
        return "sheet";
    }

    @Override
    public @Nullable Path file() {
        return null;
    }

    @Override
    public Rows open() {
        opened++;
        return new Reading(rows);
    }

    @Override
    public RowSink rejects(Path file) {
        Sheet sheet = new Sheet();
        refused.put(file, sheet);
        return sheet;
    }

    @Override
    public void write(List<String> cells) {
        written.add(List.copyOf(cells));
    }

    @Override
    public void finish() {
        rows = List.copyOf(written);
    }

    @Override
    public void close() {
        written.clear();
    }

    /** One reading. */
    private static final class Reading implements Rows {

        private final List<List<String>> rows;
        private int next = 1;

        Reading(List<List<String>> rows) {
            this.rows = rows;
        }

        @Override
        public List<String> header() {
            return rows.get(0);
        }

        @Override
        public @Nullable Row next() {
            if (next >= rows.size()) {
                return null;
            }
            Row row = new Row(next, next, rows.get(next));
            next++;
            return row;
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
        public void close() {
            next = rows.size();
        }
    }
}
