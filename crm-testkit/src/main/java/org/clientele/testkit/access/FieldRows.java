package org.clientele.testkit.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.clientele.exchange.Row;
import org.clientele.exchange.RowSink;
import org.clientele.exchange.RowSource;
import org.jspecify.annotations.Nullable;

/** Rows on the heap, the header first: written by an export and read by an import. */
record FieldRows(List<List<String>> rows) implements RowSource, RowSink {

    static FieldRows empty() {
        return new FieldRows(new ArrayList<>());
    }

    @SafeVarargs
    static FieldRows of(List<String>... rows) {
        return new FieldRows(new ArrayList<>(List.of(rows)));
    }

    @Override
    public void write(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public @Nullable Path file() {
        return null;
    }

    @Override
    public RowSink rejects(Path file) {
        return empty();
    }

    @Override
    public Rows open() {
        Iterator<List<String>> each = rows.subList(1, rows.size()).iterator();
        return new Rows() {
            private long number;

            @Override
            public List<String> header() {
                return rows.get(0);
            }

            @Override
            public @Nullable Row next() {
                return each.hasNext() ? new Row(++number, number + 1, each.next()) : null;
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
            public void close() {}
        };
    }
}
