package org.clientele.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
 * @param <R> the type of the records
 */
public final class Importer<R extends CrmRecord> {

    private final Transactions transactions;
    private final Consumer<Collection<Property<? super R, ?>>> permission;
    private final EntityType<R> type;
    private final ImportLayout<R> layout;

    /**
     * An importer into a type that has records.
     *
     * @param permission throws when the actor may not import by matching records on these properties; asked before anything
     *     is read
     */
    public Importer(
            Transactions transactions,
            Consumer<Collection<Property<? super R, ?>>> permission,
            EntityType<R> type,
            Schema schema,
            Consumer<ImportLayout<R>> declaration) {
        if (type.isAbstract()) {
            throw new IllegalArgumentException(type + " has no records of its own; import into a type that extends it");
        }
        this.transactions = transactions;
        this.permission = permission;
        this.type = type;
        layout = new ImportLayout<>(type, schema);
        declaration.accept(layout);
        layout.complete();
        LayoutCheck.check(layout);
    }

    /**
     * Does everything that {@link #run} does in one transaction, then undoes it: the report is that of the import. It
     * writes nothing, no file of refused rows either.
     *
     * @throws UnreadableFileException when the source can not be imported as it is
     */
    public ImportReport rehearse(RowSource source) {
        permission.accept(layout.matched);
        Pass.Told listeners = new Pass.Told();
        Trial trial = new Trial();
        while (true) {
            try {
                return rehearse(source, listeners, trial);
            } catch (LostTransactionException again) {
                trial.note(again);
            }
        }
    }

    private ImportReport rehearse(RowSource source, Pass.Told listeners, Trial trial) {
        try (RowSource.Rows rows = source.open()) {
            Header header = new Header(source.name(), rows.header());
            RowWork<R> work = work(source, header);
            Pass<R> pass = new Pass<>(rows, layout, work, Rejects.none(header));
            return transactions.rehearse(
                    reason(source),
                    transaction -> pass.readAll(chunk -> pass.attempt(chunk, transaction, trial), listeners));
        }
    }

    /**
     * Imports all rows.
     *
     * @throws UnreadableFileException when the source can not be imported as it is; then nothing was written
     * @throws UnwritableFileException when refused rows can not be written to where they are to go
     */
    public ImportReport run(RowSource source) {
        permission.accept(layout.matched);
        try (RowSource.Rows rows = source.open()) {
            Header header = new Header(source.name(), rows.header());
            RowWork<R> work = work(source, header);
            try (Rejects rejects = Rejects.at(layout.rejects, source, header)) {
                Pass<R> pass = new Pass<>(rows, layout, work, rejects);
                ImportReport report = pass.readAll(chunk -> commit(chunk, pass, work, reason(source)), new Pass.Told());
                rejects.finish();
                return report;
            }
        }
    }

    private RowWork<R> work(RowSource source, Header header) {
        return new RowWork<>(type, layout, new Mapping<>(source, header, type, layout));
    }

    private static String reason(RowSource source) {
        return "import of " + source.name();
    }

    private List<RowOutcome> commit(List<Row> chunk, Pass<R> pass, RowWork<R> work, String reason) {
        try {
            return inOneTransaction(chunk, pass, reason);
        } catch (RuntimeException lost) {
            work.forget();
            return oneByOne(chunk, pass, work, reason);
        }
    }

    private record Committed(List<RowOutcome> outcomes, UUID changeSet) {}

    private List<RowOutcome> inOneTransaction(List<Row> chunk, Pass<R> pass, String reason) {
        Committed committed = transactions.inTransaction(
                reason,
                transaction -> new Committed(pass.attempt(chunk, transaction, new Trial()), transaction.changeSet()));
        if (committed.outcomes.stream().anyMatch(Importer::wrote)) {
            pass.ledger().noteChangeSet(committed.changeSet);
        }
        return committed.outcomes;
    }

    private static boolean wrote(RowOutcome outcome) {
        return outcome instanceof RowOutcome.Created || outcome instanceof RowOutcome.Updated;
    }

    private List<RowOutcome> oneByOne(List<Row> chunk, Pass<R> pass, RowWork<R> work, String reason) {
        List<RowOutcome> outcomes = new ArrayList<>();
        long failuresLeft = pass.ledger().failuresLeft();
        for (Row row : chunk) {
            RowOutcome outcome = alone(row, pass, work, reason);
            outcomes.add(outcome);
            if (outcome instanceof RowOutcome.Failed && --failuresLeft == 0) {
                break;
            }
        }
        return outcomes;
    }

    private RowOutcome alone(Row row, Pass<R> pass, RowWork<R> work, String reason) {
        try {
            return inOneTransaction(List.of(row), pass, reason).get(0);
        } catch (RuntimeException lost) {
            work.forget();
            return Trial.lost(row, lost);
        }
    }
}
