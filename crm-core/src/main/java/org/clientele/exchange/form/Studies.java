package org.clientele.exchange.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.exchange.cell.Look;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Reads through a file once, for those of its columns that only show as a whole how they are to be read. */
public final class Studies {

    private Studies() {}

    /** A look at the column in this place. */
    private record Placed<V>(int column, Look<V> look) {}

    /** A field, and the look that its column needs, if any. */
    private record Candidate<R, V>(
            Field<R, V> field, @Nullable Placed<V> placed) {

        static <R, V> Candidate<R, V> of(Field<R, V> field, Header header) {
            Optional<Look<V>> look =
                    field.form() instanceof CellForm<V> cell ? Look.of(cell.codec()) : Optional.empty();
            Optional<Integer> column = field.titles().stream()
                    .flatMap(title -> header.find(title).stream())
                    .findFirst();
            return new Candidate<>(
                    field, look.isEmpty() || column.isEmpty() ? null : new Placed<>(column.get(), look.get()));
        }

        Field<R, V> settled(String file, Header header) {
            if (placed == null) {
                return field;
            }
            try {
                return Field.of(field.titles(), field.property(), placed.look.settled());
            } catch (IllegalArgumentException undecided) {
                throw new UnreadableFileException(
                        file + ": the column '" + header.titles().get(placed.column) + "' " + undecided.getMessage(),
                        undecided);
            }
        }
    }

    /** The fields, as this file is to be read; UnreadableFileException when that can not be told. */
    public static <R> List<Field<R, ?>> settled(List<Field<R, ?>> fields, RowSource source, Header header) {
        List<Candidate<R, ?>> candidates = new ArrayList<>();
        fields.forEach(field -> candidates.add(Candidate.of(field, header)));
        List<Placed<?>> looks = new ArrayList<>();
        candidates.forEach(candidate -> Optional.ofNullable(candidate.placed).ifPresent(looks::add));
        if (looks.isEmpty()) {
            return fields;
        }
        try (RowSource.Rows rows = source.open()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                look(row, looks, header);
            }
        }
        List<Field<R, ?>> settled = new ArrayList<>();
        candidates.forEach(candidate -> settled.add(candidate.settled(source.name(), header)));
        return settled;
    }

    private static void look(Row row, List<Placed<?>> looks, Header header) {
        if (row.cells().size() == header.size()) {
            looks.forEach(one -> one.look.at(row, row.cells().get(one.column)));
        }
    }
}
