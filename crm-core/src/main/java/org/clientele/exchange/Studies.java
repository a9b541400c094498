package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads through a file once, for those of its columns that only show as a whole how they are to be read. */
final class Studies {

    private Studies() {}

    /** A look at one column. */
    private record Look<V>(int column, Study<Codec.Reader<V>> study) {}

    /** A field, and the look that its column needs, if any. */
    private record Candidate<R, V>(
            Field<R, V> field,
            @Nullable Codec<V> codec,
            @Nullable Look<V> look) {

        static <R, V> Candidate<R, V> of(Field<R, V> field, Header header) {
            Codec<V> codec = field.form() instanceof CellForm<V> cell ? cell.codec() : null;
            Optional<Integer> column = field.titles().stream()
                    .flatMap(title -> header.find(title).stream())
                    .findFirst();
            Study<Codec.Reader<V>> study =
                    codec == null || column.isEmpty() ? null : codec.study().orElse(null);
            return new Candidate<>(field, codec, study == null ? null : new Look<>(column.get(), study));
        }

        Field<R, V> settled(String file, Header header) {
            if (look == null) {
                return field;
            }
            try {
                Codec<V> settled = Objects.requireNonNull(codec).settled(look.study);
                return new Field<>(field.titles(), field.property(), new CellForm<>(settled));
            } catch (IllegalArgumentException undecided) {
                throw new UnreadableFileException(
                        file + ": the column '" + header.titles().get(look.column) + "' " + undecided.getMessage(),
                        undecided);
            }
        }
    }

    /** The fields, as this file is to be read; UnreadableFileException when that can not be told. */
    static <R> List<Field<R, ?>> settled(List<Field<R, ?>> fields, RowSource source, Header header) {
        List<Candidate<R, ?>> candidates = new ArrayList<>();
        fields.forEach(field -> candidates.add(Candidate.of(field, header)));
        List<Look<?>> looks = new ArrayList<>();
        candidates.forEach(candidate -> Optional.ofNullable(candidate.look).ifPresent(looks::add));
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

    private static void look(Row row, List<Look<?>> looks, Header header) {
        if (row.cells().size() == header.size()) {
            looks.forEach(look -> look.study.look(row, row.cells().get(look.column)));
        }
    }
}
