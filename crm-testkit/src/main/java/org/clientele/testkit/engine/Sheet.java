package org.clientele.testkit.engine;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.RowSource;
import org.jspecify.annotations.Nullable;

/** A format that is none: rows on the heap, written as a whole and read as they are. */
final class Sheet implements RowSource, RowSink {

    private final List<List<String>> written = new ArrayList<>();
    private final Map<Path, Sheet> refused = new LinkedHashMap<>();
    private List<List<String>> rows = List.of();
    private int opened;
    private int broken = Integer.MAX_VALUE;

    /** A sheet that has these rows, the header first. */
    static Sheet of(List<List<String>> rows) {
        Sheet sheet = new Sheet();
        sheet.rows = List.copyOf(rows);
        return sheet;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** From now on the process dies that reads this row, from 1. */
    void breakAt(int row) {
        broken = row;
    }

    /** All rows can be read again. */
    void mend() {
        broken = Integer.MAX_VALUE;
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
    public Fingerprint fingerprint() {
        return Fingerprint.of(String.valueOf(rows).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Rows open() {
        opened++;
        return new Reading();
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
    private final class Reading implements Rows {

        private int next = 1;

        @Override
        public List<String> header() {
            return rows.get(0);
        }

        @Override
        public @Nullable Row next() {
            if (next >= rows.size()) {
                return null;
            } else if (next == broken) {
                throw new DyingStore.Death();
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
