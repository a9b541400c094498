package org.clientele.exchange.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.form.Binding;
import org.clientele.exchange.form.Bound;
import org.clientele.exchange.form.Field;
import org.clientele.exchange.form.Studies;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** A plan laid over the header of one file: how its rows become records. */
final class Mapping<R extends CrmRecord> {

    private final EntityType<R> type;
    private final RowPlan<R> plan;
    private final RowPlan.Columns<R> columns;
    private final List<Property<? super R, ?>> matched;
    private final String file;
    private final Header header;
    private final List<Bound<R, ?>> bound = new ArrayList<>();
    private final int idColumn;
    private final boolean matchedAlone;

    /**
     * A plan over a file; columns that only show as a whole how they are to be read are read through once.
     *
     * @throws UnreadableFileException when the file has a column too many or too few, or one that can not be read
     */
    Mapping(RowSource source, Header header, RowPlan<R> plan) {
        this.type = plan.type();
        this.plan = plan;
        this.columns = plan.columns();
        this.matched = plan.matching().properties();
        this.file = source.name();
        this.header = header;
        Binding binding = new Binding(file, header);
        String idTitle = columns.idTitle();
        this.idColumn = idTitle == null ? -1 : binding.take(List.of(idTitle));
        List<Field<R, ?>> fields = Studies.settled(columns.named(), source, header);
        bind(fields.stream().filter(field -> !isCalculated(field)).toList(), binding);
        binding.close(columns.ignored());
        bind(columns.conventional(), binding);
        binding.open();
        Set<String> kept = binding.left();
        bind(fields.stream().filter(Mapping::isCalculated).toList(), binding);
        kept.removeAll(binding.left());
        checkLost(kept);
        this.matchedAlone = matched.stream().allMatch(property -> bound(property.name()) != null);
        checkUnknown(binding.left());
        checkMissing();
    }

    private static boolean isCalculated(Field<?, ?> field) {
        return field.property().has(Traits.Calculated.class);
    }

    /** What a record is matched on alone is not what it comes to be. */
    private void checkLost(Set<String> matchedOnly) {
        if (!matchedOnly.isEmpty()
                && plan.onMatch() != OnMatch.UPDATE
                && plan.completion().derivations().isEmpty()) {
            throw new UnreadableFileException(file + ": " + quoted(matchedOnly)
                    + " is matched on and would be lost, as it is calculated; give it to the property that it is"
                    + " calculated from, or derive that");
        }
    }

    private void bind(List<Field<R, ?>> fields, Binding binding) {
        for (Field<R, ?> field : fields) {
            boolean isMatched = matched.contains(field.property());
            Bound<R, ?> one = Bound.of(field, binding, columns.emptyCells(), isMatched);
            if (one != null) {
                bound.add(one);
            }
        }
    }

    private void checkUnknown(Set<String> unknown) {
        unknown.removeAll(columns.ignored());
        unknown.remove(Header.REASON);
        if (!unknown.isEmpty() && !columns.ignoresUnknown()) {
            throw new UnreadableFileException(file + " has columns that the import does not know: " + quoted(unknown)
                    + "; it knows " + quoted(known()) + ". Rename or remove them, or ignore them by name"
                    + (header.size() == 1 ? "; if this is several columns in one, give the right delimiter" : ""));
        }
    }

    private List<String> known() {
        List<String> known = new ArrayList<>();
        Optional.ofNullable(columns.idTitle()).ifPresent(known::add);
        columns.named().forEach(field -> known.addAll(field.writtenTitles()));
        columns.conventional().forEach(field -> known.addAll(field.writtenTitles()));
        known.addAll(columns.ignored());
        return known;
    }

    private static String quoted(Iterable<String> titles) {
        List<String> all = new ArrayList<>();
        titles.forEach(title -> all.add("'" + title + "'"));
        return String.join(", ", all);
    }

    /** Columns without which records would not be found, or could not be created. */
    private void checkMissing() {
        Set<String> missing = new LinkedHashSet<>();
        if (columns.needsId() && idColumn < 0) {
            missing.add(String.valueOf(columns.idTitle()));
        }
        boolean creates = plan.onMatch() != OnMatch.UPDATE;
        addMissing(columns.named(), creates, true, missing);
        addMissing(columns.conventional(), false, idColumn < 0, missing);
        if (!missing.isEmpty()) {
            throw new UnreadableFileException(
                    file + " has no column " + quoted(missing) + ", but " + header + "; add or rename it");
        }
    }

    private void addMissing(Collection<Field<R, ?>> fields, boolean required, boolean finds, Set<String> missing) {
        for (Field<R, ?> field : fields) {
            boolean isNeeded = (finds && matched.contains(field.property()))
                    || (required && field.property().has(Traits.Required.class));
            if (isNeeded && bound(field.property().name()) == null) {
                missing.add(field.firstTitle());
            }
        }
    }

    /** The properties that the file has columns of. */
    Stream<Property<? super R, ?>> properties() {
        return bound.stream().map(Bound::property);
    }

    private @Nullable Bound<R, ?> bound(@Nullable String property) {
        for (Bound<R, ?> one : bound) {
            if (one.property().name().equals(property)) {
                return one;
            }
        }
        return null;
    }

    /** The identity that the row names; empty when it names none. */
    Optional<UUID> identity(Row row) {
        return idColumn < 0 ? Optional.empty() : Inquiries.identity(row.cells().get(idColumn));
    }

    private void readIdentity(Row row, List<Problem> problems) {
        String cell = idColumn < 0 ? "" : row.cells().get(idColumn);
        if (!cell.isEmpty() && Inquiries.identity(cell).isEmpty()) {
            problems.add(new Problem(header.titles().get(idColumn), cell, "'" + cell + "' is no identity"));
        }
    }

    /** Reads all cells; RefusedRowException with everything that can not be read, and all that is wrong with what can. */
    Filling<R> read(Row row, Inquiries inquiries) {
        header.misfit(row.cells()).ifPresent(misfit -> {
            throw new RefusedRowException(misfit);
        });
        @Nullable Object[] said = new @Nullable Object[bound.size()];
        List<Problem> problems = new ArrayList<>(0);
        readIdentity(row, problems);
        for (int i = 0; i < said.length; i++) {
            int before = problems.size();
            Object value = bound.get(i).read(row, inquiries, problems);
            said[i] = problems.size() == before ? value : null;
        }
        if (!problems.isEmpty()) {
            addObjections(said, row, problems);
            throw new RefusedRowException(problems);
        }
        return new Filling<>(
                bound, said, plan.completion(), new ImportedRow(header, row, inquiries.lookups()), row, matchedAlone);
    }

    /** Adds what speaks by itself against the values that could be read, unless a step may change them yet. */
    private void addObjections(@Nullable Object[] said, Row row, List<Problem> problems) {
        R draft = type.newRecord();
        for (int i = 0; i < said.length && plan.completion().derivations().isEmpty(); i++) {
            bound.get(i).addObjections(said[i], draft, row, problems);
        }
    }

    /** A fault of the record as a fault of the column that the property came from. */
    Problem problem(Violation violation, Row row) {
        String sentence = sentence(violation);
        Bound<R, ?> one = bound(violation.property());
        return one == null ? new Problem(null, null, sentence) : one.problem(row, violation, sentence);
    }

    /** Leaves out what the record is called: the row says it, and a record without a name has its new identity there. */
    private String sentence(Violation violation) {
        boolean own = violation.record().startsWith(type + " ");
        String about = violation.property() == null ? type.name() : violation.property();
        return own ? about + " " + violation.message() : violation.toString();
    }
}
