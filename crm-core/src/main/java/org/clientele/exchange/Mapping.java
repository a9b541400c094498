package org.clientele.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** A layout laid over the header of one file: how its rows become records. */
final class Mapping<R extends CrmRecord> {

    private final ImportLayout<R> layout;
    private final Header header;
    private final List<Bound<R, ?>> bound = new ArrayList<>();

    /** A column and where it is in the file. */
    private record Bound<R, V>(Column<R, V> column, int index) {}

    /** What a cell says about a record: sets it, or throws. */
    private record Setting<R, V>(
            Column<R, V> column, String cell, @Nullable V value) {

        void apply(R record) {
            column.property().set(record, value);
        }
    }

    /** UnreadableFileException when the file has a column too many or too few. */
    Mapping(String file, Header header, ImportLayout<R> layout) {
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
                    + "; it knows " + quoted(known()) + ". Rename or remove them, or ignore them by name");
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
        List<Setting<R, ?>> settings = new ArrayList<>(bound.size());
        List<Problem> problems = new ArrayList<>();
        for (Bound<R, ?> one : bound) {
            read(one, row, lookups, settings, problems);
        }
        if (!problems.isEmpty()) {
            throw new RefusedRowException(problems);
        }
        return new Filling<>(this, row, settings, lookups);
    }

    private <V> void read(
            Bound<R, V> one, Row row, Lookups lookups, List<Setting<R, ?>> settings, List<Problem> problems) {
        String cell = row.cells().get(one.index);
        Column<R, V> column = one.column;
        try {
            if (!column.codec().isEmpty(cell)) {
                settings.add(new Setting<>(column, cell, column.codec().read(cell, lookups)));
            } else if (layout.emptyCells == EmptyCells.CLEAR
                    && !column.property().has(Traits.Required.class)) {
                settings.add(new Setting<>(column, cell, null));
            }
        } catch (IllegalArgumentException bad) {
            problems.add(new Problem(column.title(), cell, String.valueOf(bad.getMessage())));
        }
    }

    /** What one row says, ready to be given to a record. */
    static final class Filling<R extends CrmRecord> {

        private final Mapping<R> mapping;
        private final Row row;
        private final List<Setting<R, ?>> settings;
        private final Lookups lookups;

        private Filling(Mapping<R> mapping, Row row, List<Setting<R, ?>> settings, Lookups lookups) {
            this.mapping = mapping;
            this.row = row;
            this.settings = settings;
            this.lookups = lookups;
        }

        /** Sets columns and constants. */
        void fill(R record) {
            List<Problem> problems = new ArrayList<>();
            for (Setting<R, ?> setting : settings) {
                fill(setting, record, problems);
            }
            if (!problems.isEmpty()) {
                throw new RefusedRowException(problems);
            }
            mapping.layout.constants.forEach(constant -> constant.accept(record));
        }

        private static <R, V> void fill(Setting<R, V> setting, R record, List<Problem> problems) {
            Property<? super R, V> property = setting.column.property();
            if (setting.value == null && isEmpty(property.get(record))) {
                return;
            }
            try {
                setting.apply(record);
            } catch (IllegalArgumentException bad) {
                problems.add(new Problem(setting.column.title(), setting.cell, String.valueOf(bad.getMessage())));
            }
        }

        private static boolean isEmpty(@Nullable Object value) {
            return value == null
                    || value.equals("")
                    || (value instanceof Collection<?> collection && collection.isEmpty());
        }

        /** Takes the steps that come after columns and constants. */
        void derive(R record) {
            ImportedRow imported = new ImportedRow(mapping.header, row, lookups);
            try {
                mapping.layout.derivations.forEach(step -> step.accept(imported, record));
            } catch (RefusedRowException refused) {
                throw refused;
            } catch (CrmException | IllegalArgumentException | IllegalStateException refused) {
                throw new RefusedRowException(String.valueOf(refused.getMessage()));
            } catch (RuntimeException broken) {
                throw new RefusedRowException("the step that completes the row failed: " + broken);
            }
        }
    }

    /** A fault of the record as a fault of the column that the property came from. */
    Problem problem(Violation violation, Row row) {
        for (Bound<R, ?> one : bound) {
            if (one.column.property().name().equals(violation.property())) {
                return new Problem(one.column.title(), row.cells().get(one.index), violation.toString());
            }
        }
        return new Problem(null, null, violation.toString());
    }
}
