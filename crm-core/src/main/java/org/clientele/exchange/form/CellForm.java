package org.clientele.exchange.form;

import java.time.DateTimeException;
import java.util.List;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.jspecify.annotations.Nullable;

/** One cell. */
record CellForm<V>(Codec<V> codec) implements Form<V> {

    @Override
    public @Nullable Reading<V> reading(List<String> titles, Binding file) {
        int column = file.take(titles);
        return column < 0 ? null : new Cell<>(file.header().titles().get(column), column, codec);
    }

    @Override
    public Writing<V> writing() {
        return new Written<>(codec);
    }

    /** A cell that is read. */
    record Cell<V>(String title, int column, Codec<V> codec) implements Reading<V> {

        @Override
        public int[] columns() {
            return new int[] {column};
        }

        String text(Row row) {
            return row.cells().get(column);
        }

        @Override
        public boolean isEmpty(Row row) {
            return codec.isEmpty(text(row));
        }

        @Override
        public @Nullable V read(Row row, Inquiries inquiries, List<Problem> problems) {
            try {
                return codec.read(text(row), inquiries.lookups());
            } catch (IllegalArgumentException | DateTimeException bad) {
                problems.add(new Problem(title, text(row), String.valueOf(bad.getMessage())));
                return null;
            }
        }
    }

    private record Written<V>(Codec<V> codec) implements Writing<V> {

        @Override
        public void addTitles(String title, List<String> titles) {
            titles.add(title);
        }

        @Override
        public void addCells(@Nullable V value, Inquiries inquiries, List<String> cells) {
            cells.add(codec.write(value, inquiries.lookups()));
        }
    }
}
