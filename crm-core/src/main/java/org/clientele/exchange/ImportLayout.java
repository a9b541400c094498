package org.clientele.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.exchange.cell.Codec;
import org.clientele.exchange.cell.Codecs;
import org.clientele.exchange.cell.Column;
import org.clientele.exchange.form.Conventions;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.form.Field;
import org.clientele.exchange.job.Course;
import org.clientele.exchange.job.Progress;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.work.ImportedRow;
import org.clientele.exchange.work.OnMatch;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Collects how the rows of a file become records; used within the lambda of an import only.
 *
 * @param <R> the type of the records
 */
public final class ImportLayout<R extends CrmRecord> {

    final EntityType<R> type;
    final Conventions conventions;
    final List<Field<R, ?>> fields = new ArrayList<>();
    final List<Consumer<R>> constants = new ArrayList<>();
    final Set<Property<?, ?>> constantProperties = new HashSet<>();
    final List<BiConsumer<ImportedRow, R>> derivations = new ArrayList<>();
    final Set<String> ignored = new LinkedHashSet<>();
    final MatchRules<R> rules = new MatchRules<>();
    boolean isConventional;
    boolean ignoresUnknown;

    @Nullable
    String idTitle;

    @Nullable
    OnMatch onMatch;

    Optional<Criterion<R>> changeable = Optional.empty();
    EmptyCells emptyCells = EmptyCells.KEEP;

    private @Nullable String job;
    private int commitEvery = 500;
    private long stopAfterErrors = Long.MAX_VALUE;
    private @Nullable Path rejects;
    private Consumer<Progress> onProgress = progress -> {};
    private Consumer<RowOutcome> onRow = outcome -> {};
    private BooleanSupplier isCancelled = () -> false;

    ImportLayout(EntityType<R> type, Schema schema) {
        this.type = type;
        this.conventions = new Conventions(schema);
    }

    /**
     * The columns of the type by convention, as {@link ExportLayout#conventional()} writes them, for all properties that the
     * layout does not name itself. A file has those of them that it needs; titles that are ignored are none of them.
     *
     * <p>Records are found by the identity in the column {@code Id}, and in a row without one as the layout says; where it says
     * nothing, by what a person knows such records by, such as the name of an account or both names of a contact.
     */
    public ImportLayout<R> conventional() {
        isConventional = true;
        return this;
    }

    /**
     * The columns that hold the property by convention. For most kinds that is one column. Items have a column for each of
     * their parts, by number: {@code Emails 2 Email}; of several records that are pointed to, likewise, and of one, columns for
     * what a person knows it by: {@code Default Contact First name}; money has an amount and a currency.
     *
     * <p>Titles are the label or the name of the property. Any number is read. Items are read anew: one whose cells are all
     * empty is none, and the first one becomes the primary one; of items for which the file has only some of the columns, the
     * rest is kept.
     */
    public <V> ImportLayout<R> columns(Property<? super R, V> property) {
        fields.add(conventions.field(property));
        return this;
    }

    /** The columns that hold the property by convention, with titles that begin with this one. */
    public <V> ImportLayout<R> columns(String title, Property<? super R, V> property) {
        fields.add(conventions.field(title, property));
        return this;
    }

    /** The column titled as the property's label, or its name, holds the property. */
    public <V> ImportLayout<R> column(Property<? super R, V> property) {
        List<String> titles =
                Stream.of(property.label(), property.name()).distinct().toList();
        fields.add(Field.of(titles, property, Codecs.of(property)));
        return this;
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
        fields.add(Field.of(column));
        return this;
    }

    /** Columns that no property takes; any other column that the layout does not name is an error. */
    public ImportLayout<R> ignore(String... titles) {
        ignored.addAll(List.of(titles));
        return this;
    }

    /**
     * Columns that the layout does not know are not read, whatever they are called. Mind that a column whose title is
     * misspelt is one of them.
     */
    public ImportLayout<R> ignoreUnknown() {
        ignoresUnknown = true;
        return this;
    }

    /** Gives the property the same value in every row. */
    public <V> ImportLayout<R> constant(Property<? super R, V> property, @Nullable V value) {
        constants.add(record -> property.set(record, value));
        constantProperties.add(property);
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
     * Finds the record of a row by these properties together; texts match ignoring case. A row that has a value of some of
     * them only matches a record that has no value of the others either. Where several records match the row is refused, and so
     * is a row that has no value of any. Stores find quickly by properties that are unique, indexed or an identity.
     */
    @SafeVarargs
    public final ImportLayout<R> matchOn(Property<? super R, ?>... properties) {
        rules.addFirst(List.of(properties));
        return this;
    }

    /**
     * Finds the record of a row by these properties, when it has no value of any of the rules before, or when no record
     * matches those: {@code matchOn(Contact.EMAIL).orOn(Contact.FIRST_NAME, Contact.LAST_NAME)}.
     */
    @SafeVarargs
    public final ImportLayout<R> orOn(Property<? super R, ?>... properties) {
        rules.addFurther(List.of(properties));
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

    /**
     * Changes only records that meet a condition, such as that of a segment; a row that is about another one is refused. New
     * records are made as without it.
     */
    public ImportLayout<R> changeOnly(Criterion<? super R> condition) {
        changeable = Optional.of(new Criterion.All<R>(List.of(condition)));
        return this;
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
     * Where refused rows go, as they were, with {@code Refused because} as the first column: mended, the file imports by
     * the same layout. When no row is refused there is no such file afterwards, not even an older one.
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

    /** How the import goes. */
    Course course() {
        return new Course(job, commitEvery, stopAfterErrors, rejects, onProgress, onRow, isCancelled);
    }
}
