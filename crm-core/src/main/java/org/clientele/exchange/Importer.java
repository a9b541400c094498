package org.clientele.exchange;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.exchange.job.Bookkeeping;
import org.clientele.exchange.job.Course;
import org.clientele.exchange.job.Import;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.JointImport;
import org.clientele.exchange.job.JointReport;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.work.RowPlan;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.store.Transactions;

/**
 * Makes records of the rows of a source. Immutable; a session makes it, and it acts in that session's name, any number of
 * times.
 *
 * <p>Rows are committed some at a time. A row that fails is left out and reported, and harms no other: when the store
 * refuses a whole commit, its rows are done again one by one.
 *
 * <p>A row that names a record which a later row may bring waits for it; it is done after all others, and refused only when no
 * row has brought the record.
 *
 * <p>With each commit the import notes how far it has come. One that is interrupted, by a crash, an exception or on request,
 * goes on from there when the same source is run again; one that came to its end leaves no note.
 *
 * @param <R> the type of the records
 */
public final class Importer<R extends CrmRecord> {

    private final Transactions transactions;
    private final Bookkeeping books;
    private final Consumer<Collection<Property<? super R, ?>>> permission;
    private final RowPlan<R> plan;
    private final Course course;
    private final List<Property<? super R, ?>> matched;

    /**
     * An importer into a type that has records.
     *
     * @param permission throws when the actor may not import by matching records on these properties; asked before anything
     *     is read
     */
    public Importer(
            Transactions transactions,
            Bookkeeping books,
            Consumer<Collection<Property<? super R, ?>>> permission,
            EntityType<R> type,
            Schema schema,
            Consumer<ImportLayout<R>> declaration) {
        if (type.isAbstract()) {
            throw new IllegalArgumentException(type + " has no records of its own; import into a type that extends it");
        }
        this.transactions = transactions;
        this.books = books;
        this.permission = permission;
        ImportLayout<R> layout = new ImportLayout<>(type, schema);
        declaration.accept(layout);
        Settling<R> settling = new Settling<>(layout);
        plan = settling.plan();
        course = layout.course();
        matched = plan.matching().properties();
        LayoutCheck.check(layout, plan.onMatch(), settling.isMatched(), matched);
    }

    /** The import of a source, to be done together with others. */
    public Import<R> from(RowSource source) {
        return new Import<>(transactions, books, () -> permission.accept(matched), plan, course, source);
    }

    /**
     * Does everything that {@link #run} does in one transaction, then undoes it: the report is that of the import, also of one
     * that goes on after an interruption. It writes nothing, no file of refused rows either.
     *
     * @throws UnreadableFileException when the source can not be imported as it is
     */
    public ImportReport rehearse(RowSource source) {
        return only(JointImport.of(from(source)).rehearse());
    }

    /**
     * Imports all rows, or all that are left when the import of this source was interrupted: the report is then of all rows
     * from the first one on, and the file of refused rows has all of them.
     *
     * @throws UnreadableFileException when the source can not be imported as it is, or another one was interrupted under the
     *     same name; then nothing was written
     * @throws UnwritableFileException when refused rows can not be written to where they are to go
     * @throws OvertakenImportException when somebody else goes on with the same import at the same time
     */
    public ImportReport run(RowSource source) {
        return only(JointImport.of(from(source)).run());
    }

    /**
     * Gives up the import of a source that was interrupted, so that the next run begins with the first row. What was committed
     * stays; the report tells of it, and its receipt can be undone. Nothing was read when no import of it was interrupted.
     */
    public ImportReport giveUp(RowSource source) {
        return only(JointImport.of(from(source)).giveUp());
    }

    private static ImportReport only(JointReport report) {
        return report.sources().get(0).report();
    }
}
