package org.clientele.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.model.CrmRecord;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Collects how the rows of a file become records; used within the lambda of an import only.
 *
 * @param <R> the type of the records
 */
public final class ImportLayout<R extends CrmRecord> {

    final List<Column<R, ?>> columns = new ArrayList<>();
    final List<BiConsumer<ImportedRow, R>> derivations = new ArrayList<>();
    final List<Consumer<R>> constants = new ArrayList<>();
    final Set<String> ignored = new LinkedHashSet<>();
    final List<Property<? super R, ?>> matched = new ArrayList<>();

    @Nullable
    String idTitle;

    @Nullable
    OnMatch onMatch;

    EmptyCells emptyCells = EmptyCells.KEEP;
    int commitEvery = 500;
    long stopAfterErrors = Long.MAX_VALUE;

    @Nullable
    Path rejects;

    Consumer<Progress> onProgress = progress -> {};
    Consumer<RowOutcome> onRow = outcome -> {};

    @Nullable
    String job;

    BooleanSupplier isCancelled = () -> false;

    ImportLayout() {}

    /** The column titled as the property's label holds the property. */
    public <V> ImportLayout<R> column(Property<? super R, V> property) {
        return column(property.label(), property);
    }

    /** The column with exactly this title holds the property. */
    public <V> ImportLayout<R> column(String title, Property<? super R, V> property) {
        return column(title, property, Codecs.of(property));
    }

    /** The column with exactly this title holds the property, written so. Several properties may come from one column. */
    public <V> ImportLayout<R> column(String title, Property<? super R, V> property, Codec<V> codec) {
        return column(new Column<R, V>(title, property, codec));
    }

    /**
     * A column that was made before, for an export perhaps. A calculated property is never set; it may have a column to be
     * matched on.
     */
    public ImportLayout<R> column(Column<R, ?> column) {
        columns.add(column);
        return this;
    }

    /** Columns that no property takes; any other column that the layout does not name is an error. */
    public ImportLayout<R> ignore(String... titles) {
        ignored.addAll(List.of(titles));
        return this;
    }

    /** Gives the property the same value in every row. */
    public <V> ImportLayout<R> constant(Property<? super R, V> property, @Nullable V value) {
        constants.add(record -> property.set(record, value));
        return this;
    }

    /**
     * Completes a record after the columns and constants are set: a step of its own for what a column can not say. It
     * may read ignored columns; what it throws refuses the row.
     *
     * <pre>{@code
     * layout.ignore("stage").derive((row, opportunity) -> {
     *     if (row.cell("stage").equals("Won")) {
     *         opportunity.win(opportunity.getBudget(), opportunity.getCloseDate());
     *     }
     * });
     * }</pre>
     */
    public ImportLayout<R> derive(BiConsumer<ImportedRow, R> step) {
        derivations.add(Objects.requireNonNull(step, "step"));
        return this;
    }

    /**
     * Finds the record of a row by these properties, of which columns and constants give each row at least one value;
     * texts match ignoring case. Where several records match the row is refused. Stores find quickly by properties that are unique,
     * indexed or an identity.
     */
    @SafeVarargs
    public final ImportLayout<R> matchOn(Property<? super R, ?>... properties) {
        for (Property<? super R, ?> property : properties) {
            if (property instanceof CollectionProperty<?, ?, ?>) {
                throw new IllegalArgumentException("no record can be matched on " + property
                        + ", of which it has many; match on a property with one value");
            }
        }
        matched.addAll(List.of(properties));
        return this;
    }

    /** Finds the record of a row by the identity in this column; in a row where that is empty, by the rest of the layout. */
    public ImportLayout<R> matchOnId(String title) {
        idTitle = Objects.requireNonNull(title, "title");
        return this;
    }

    /** What happens when a record matches; UPSERT unless said otherwise, and CREATE when nothing is matched on. */
    public ImportLayout<R> onMatch(OnMatch decision) {
        onMatch = Objects.requireNonNull(decision, "decision");
        return this;
    }

    /** What happens when a record matches, said or not. */
    OnMatch decision() {
        if (onMatch != null) {
            return onMatch;
        }
        return isMatched() ? OnMatch.UPSERT : OnMatch.CREATE;
    }

    /** What a person calls the properties that are matched on: the titles of their columns. */
    String matchedNames() {
        return matched.stream().map(this::nameOf).collect(Collectors.joining(" and "));
    }

    private String nameOf(Property<? super R, ?> property) {
        return columns.stream()
                .filter(column -> column.property().equals(property))
                .map(column -> "'" + column.title() + "'")
                .findFirst()
                .orElseGet(property::name);
    }

    /** IllegalArgumentException when the parts of the layout do not go together. */
    void check() {
        if (decision() != OnMatch.CREATE && !isMatched()) {
            throw new IllegalArgumentException(
                    onMatch + " needs records to be matched on something; say on what: layout.matchOn(...)");
        }
        for (Column<R, ?> column : columns) {
            if (column.property().has(Traits.Calculated.class)) {
                checkCalculated(column);
            }
        }
    }

    private void checkCalculated(Column<R, ?> column) {
        boolean kept = decision() == OnMatch.UPDATE
                || !derivations.isEmpty()
                || columns.stream()
                        .anyMatch(other -> other.title().equals(column.title())
                                && !other.property().has(Traits.Calculated.class));
        if (!matched.contains(column.property()) || !kept) {
            throw new IllegalArgumentException(column.property() + " is calculated, so '" + column.title()
                    + "' would be lost; give it to the property that it is calculated from, or derive that");
        }
    }

    /** Whether the layout says how the record of a row is found. */
    boolean isMatched() {
        return idTitle != null || !matched.isEmpty();
    }

    /** What an empty cell means; KEEP unless said otherwise. A column that is not there never changes anything. */
    public ImportLayout<R> emptyCells(EmptyCells meaning) {
        emptyCells = Objects.requireNonNull(meaning, "meaning");
        return this;
    }

    /** How many rows become one transaction and one change set, from 1; 500 unless said otherwise. */
    public ImportLayout<R> commitEvery(int rows) {
        commitEvery = atLeastOne(rows, "commitEvery");
        return this;
    }

    /** Reads no further once this many rows are refused, from 1; what was good until then stays. Otherwise reads all. */
    public ImportLayout<R> stopAfterErrors(int rows) {
        stopAfterErrors = atLeastOne(rows, "stopAfterErrors");
        return this;
    }

    private static int atLeastOne(int rows, String name) {
        if (rows < 1) {
            throw new IllegalArgumentException(name + " is " + rows + "; give 1 or more");
        }
        return rows;
    }

    /**
     * Where refused rows go, as they were, with a further column {@code Refused because}: mended, the file imports by the
     * same layout. When no row is refused there is no such file afterwards, not even an older one.
     */
    public ImportLayout<R> rejectsTo(Path file) {
        rejects = Objects.requireNonNull(file, "file");
        return this;
    }

    /** Is told how far the import has come, after a commit, whenever it is a percent further, and at the end. */
    public ImportLayout<R> onProgress(Consumer<Progress> listener) {
        onProgress = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Is told what became of each row, in their order, once it is committed. When an import goes on after an interruption, the
     * rows that were done before are not told again.
     */
    public ImportLayout<R> onRow(Consumer<RowOutcome> listener) {
        onRow = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * What the import is called when it goes on after an interruption; without it, it is known by the path of the file, its
     * type and its actor. Whoever keeps the file elsewhere meanwhile gives it a name.
     */
    public ImportLayout<R> job(String name) {
        job = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Ends the import before its next commit once this is true. What was committed stays, and the same import run again goes
     * on from there. It is asked by the thread that imports; say so from any other by what threads share:
     *
     * <pre>{@code
     * AtomicBoolean cancelled = new AtomicBoolean();
     * layout.cancelWhen(cancelled::get);
     * }</pre>
     */
    public ImportLayout<R> cancelWhen(BooleanSupplier asked) {
        isCancelled = Objects.requireNonNull(asked, "asked");
        return this;
    }
}
