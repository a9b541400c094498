package org.clientele.exchange;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Violation;
import org.clientele.property.Traits;

/** A layout laid over the header of one file: how its rows become records. */
final class Mapping<R extends CrmRecord> {

    private final EntityType<R> type;
    private final ImportLayout<R> layout;
    private final Header header;
    private final List<Bound<R, ?>> bound = new ArrayList<>();

    /** A column and where it is in the file. */
    private record Bound<R, V>(Column<R, V> column, int index) {}

    /** UnreadableFileException when the file has a column too many or too few. */
    Mapping(String file, Header header, EntityType<R> type, ImportLayout<R> layout) {
        this.type = type;
        this.layout = layout;
        this.header = header;
        Set<String> unknown = new LinkedHashSet<>(header.titles());
        unknown.removeAll(layout.ignored);
        unknown.remove(Header.REASON);
        unknown.remove(layout.idTitle);
        for (Column<R, ?> column : layout.columns) {
            unknown.remove(column.title());
            header.find(column.title()).ifPresent(index -> bound.add(new Bound<>(column, index)));
        }
        if (!unknown.isEmpty()) {
            throw new UnreadableFileException(file + " has columns that the import does not know: " + quoted(unknown)
                    + "; it knows " + quoted(known()) + ". Rename or remove them, or ignore them by name"
                    + (header.size() == 1 ? "; if this is several columns in one, give the right delimiter" : ""));
        }
        Set<String> missing = new LinkedHashSet<>(needed());
        missing.removeAll(header.titles());
        if (!missing.isEmpty()) {
            throw new UnreadableFileException(
                    file + " has no column " + quoted(missing) + ", but " + header + "; add or rename it");
        }
    }

    private List<String> known() {
        List<String> known = new ArrayList<>();
        Optional.ofNullable(layout.idTitle).ifPresent(known::add);
        layout.columns.forEach(column -> known.add(column.title()));
        known.addAll(layout.ignored);
        return known;
    }

    private static String quoted(Iterable<String> titles) {
        List<String> all = new ArrayList<>();
        titles.forEach(title -> all.add("'" + title + "'"));
        return String.join(", ", all);
    }

    /** The columns without which records would not be found, or could not be created. */
    private Set<String> needed() {
        Set<String> needed = new LinkedHashSet<>();
        if (layout.idTitle != null && layout.matched.isEmpty()) {
            needed.add(layout.idTitle);
        }
        for (Column<R, ?> column : layout.columns) {
            boolean creates = layout.decision() != OnMatch.UPDATE;
            if (layout.matched.contains(column.property())
                    || (creates && column.property().has(Traits.Required.class))) {
                needed.add(column.title());
            }
        }
        return needed;
    }

    /** The identity that the row names; empty when it names none. */
    Optional<UUID> identity(Row row) {
        String title = layout.idTitle;
        return title == null
                ? Optional.empty()
                : header.find(title)
                        .map(index -> row.cells().get(index))
                        .filter(cell -> !cell.isEmpty())
                        .map(cell -> identity(title, cell));
    }

    private static UUID identity(String title, String cell) {
        try {
            return UUID.fromString(cell);
        } catch (IllegalArgumentException bad) {
            throw new RefusedRowException(List.of(new Problem(title, cell, "'" + cell + "' is no identity")));
        }
    }

    /** Reads all cells; RefusedRowException with everything that can not be read. */
    Filling<R> read(Row row, Lookups lookups) {
        if (row.cells().size() != header.size()) {
            throw new RefusedRowException("expected " + header.size() + " columns, got "
                    + row.cells().size() + "; see whether a separator or a quote is missing or too much");
        }
        List<Filling.Setting<R, ?>> settings = new ArrayList<>(bound.size());
        List<Problem> problems = new ArrayList<>();
        for (Bound<R, ?> one : bound) {
            read(one, row, lookups, settings, problems);
        }
        if (!problems.isEmpty()) {
            throw new RefusedRowException(problems);
        }
        return new Filling<>(settings, layout, new ImportedRow(header, row, lookups));
    }

    private <V> void read(
            Bound<R, V> one, Row row, Lookups lookups, List<Filling.Setting<R, ?>> settings, List<Problem> problems) {
        String cell = row.cells().get(one.index);
        Column<R, V> column = one.column;
        try {
            if (!column.codec().isEmpty(cell)) {
                settings.add(new Filling.Setting<>(column, cell, column.codec().read(cell, lookups)));
            } else if (layout.emptyCells == EmptyCells.CLEAR
                    && !column.property().has(Traits.Required.class)) {
                settings.add(new Filling.Setting<>(column, cell, null));
            }
        } catch (IllegalArgumentException | DateTimeException bad) {
            problems.add(new Problem(column.title(), cell, String.valueOf(bad.getMessage())));
        }
    }

    /** A fault of the record as a fault of the column that the property came from. */
    Problem problem(Violation violation, Row row) {
        String sentence = sentence(violation);
        for (Bound<R, ?> one : bound) {
            if (one.column.property().name().equals(violation.property())) {
                return new Problem(one.column.title(), row.cells().get(one.index), sentence);
            }
        }
        return new Problem(null, null, sentence);
    }

    /** Leaves out what the record is called: the row says it, and a record without a name has its new identity there. */
    private String sentence(Violation violation) {
        boolean own = violation.record().startsWith(type + " ");
        String about = violation.property() == null ? type.name() : violation.property();
        return own ? about + " " + violation.message() : violation.toString();
    }
}
