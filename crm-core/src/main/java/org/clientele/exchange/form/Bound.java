package org.clientele.exchange.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.clientele.criteria.Relation;
import org.clientele.exchange.cell.Inquiries;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** A field and where it is in a file: what a row says about a property, and how a record gets it. Immutable. */
public final class Bound<R, V> {

    /** In the place of a value: the row says nothing about the property. */
    static final Object NOTHING = new Object();

    /**
     * In the place of a value that points to what the actor does not see.
     *
     * @param unseen the identities of that, with the sentences that refuse them
     */
    private record Unseen(Object value, Map<UUID, String> unseen) {}

    private final Field<R, V> field;
    private final Form.Reading<V> reading;
    private final Header header;
    private final int[] columns;
    private final boolean clears;
    private final boolean calculated;
    private final boolean matched;

    private Bound(Field<R, V> field, Form.Reading<V> reading, Header header, EmptyCells emptyCells, boolean matched) {
        this.field = field;
        this.reading = reading;
        this.header = header;
        this.columns = reading.columns();
        this.clears = emptyCells == EmptyCells.CLEAR && !field.property().has(Traits.Required.class);
        this.calculated = field.property().has(Traits.Calculated.class);
        this.matched = matched;
    }

    /** The field where it is in the file; null when it is not there. */
    public static <R, V> @Nullable Bound<R, V> of(
            Field<R, V> field, Binding file, EmptyCells emptyCells, boolean matched) {
        Form.Reading<V> reading = field.reading(file);
        return reading == null ? null : new Bound<>(field, reading, file.header(), emptyCells, matched);
    }

    /** What it is about. */
    public Property<? super R, V> property() {
        return field.property();
    }

    /** Whether the value follows from others, so that it is never set. */
    public boolean isCalculated() {
        return calculated;
    }

    /** Whether records are matched on it. */
    public boolean isMatched() {
        return matched;
    }

    /** What the row says, for {@link #apply}; what can not be read adds problems. */
    public @Nullable Object read(Row row, Inquiries inquiries, List<Problem> problems) {
        if (reading.isEmpty(row)) {
            return clears ? null : NOTHING;
        } else if (!(property() instanceof Relation<?, ?, ?>)) {
            return reading.read(row, inquiries, problems);
        }
        Map<UUID, String> unseen = new LinkedHashMap<>(0);
        V value = inquiries.reading(unseen, () -> reading.read(row, inquiries, problems));
        return value == null || unseen.isEmpty() ? value : new Unseen(value, unseen);
    }

    /** Adds problems when the row would turn a record to what the actor does not see; what it points to already may stay. */
    @SuppressWarnings("unchecked") // only relations have such values
    public void addUnseen(@Nullable Object said, R record, Row row, List<Problem> problems) {
        if (said instanceof Unseen value) {
            Relation<? super R, V, ?> relation = (Relation<? super R, V, ?>) property();
            value.unseen.forEach((id, sentence) -> {
                if (!relation.anyTarget(record, id::equals)) {
                    problems.add(problem(row, id, sentence));
                }
            });
        }
    }

    private Problem problem(Row row, UUID named, String sentence) {
        for (int column : columns) {
            if (row.cells().get(column).toLowerCase(Locale.ROOT).contains(named.toString())) {
                return problem(column, row, sentence);
            }
        }
        return problem(row, sentence);
    }

    /** Gives a record what the row says; IllegalArgumentException when the property does not take it. */
    @SuppressWarnings("unchecked") // what was read here
    public void apply(@Nullable Object said, R record, Row row) {
        if (said == NOTHING) {
            return;
        }
        V before = property().get(record);
        if (said != null) {
            Object value = said instanceof Unseen unseen ? unseen.value : said;
            property().set(record, reading.onto(before, (V) value, row));
        } else if (!isEmpty(before)) {
            property().set(record, null);
        }
    }

    /** Gives a draft what a row says, where that is all of a value, and adds what the property itself has against it. */
    public void addObjections(@Nullable Object said, R draft, Row row, List<Problem> problems) {
        if (said == null || said == NOTHING || calculated || reading.isPartial()) {
            return;
        }
        try {
            apply(said, draft, row);
        } catch (IllegalArgumentException bad) {
            problems.add(problem(row, String.valueOf(bad.getMessage())));
            return;
        }
        String name = property().name();
        for (String objection : property().objections(property().get(draft))) {
            problems.add(problem(row, new Violation("", name, objection), name + " " + objection));
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || (value instanceof Collection<?> collection && collection.isEmpty());
    }

    /** A fault of the property as one of its column; of several columns, as one of that which the sentence names. */
    public Problem problem(Row row, String sentence) {
        return columns.length == 1 ? problem(columns[0], row, sentence) : new Problem(field.title(), null, sentence);
    }

    /** A fault of the record as one of the column that it is about: "2 Email is missing" is about "Emails 2 Email". */
    public Problem problem(Row row, Violation violation, String sentence) {
        String told = field.title() + " " + violation.message();
        for (int column : columns) {
            if (columns.length > 1 && told.startsWith(header.titles().get(column) + " ")) {
                return problem(column, row, sentence);
            }
        }
        return problem(row, sentence);
    }

    private Problem problem(int column, Row row, String sentence) {
        return new Problem(header.titles().get(column), row.cells().get(column), sentence);
    }
}
