package org.clientele.exchange.job;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.exchange.row.UnwritableFileException;
import org.clientele.store.Transactions;

/**
 * Several imports as one: accounts, their contacts, their opportunities. Those are read first whose records the others name, in
 * whatever order they are given. A row that names a record which another row may bring, of any of the sources, a later one or
 * its own, waits for it; it is done after all others, and refused only when no row has brought the record. One rehearsal shows
 * them all, one note says how far they have come when they are interrupted, and one receipt undoes them.
 *
 * <p>Immutable; it acts in the name of the session that its importers are of, any number of times.
 *
 * <pre>{@code
 * JointImport all = JointImport.of(contacts.from(contactsFile), accounts.from(accountsFile));
 * JointReport rehearsal = all.rehearse();
 * JointReport done = all.run();
 * session.undo(done.receipt());
 * }</pre>
 */
public final class JointImport {

    private final List<Import<?>> imports;
    /** The same in an order that does not hang on how they were given: so they are told apart in notes of the import. */
    private final List<Import<?>> noted;

    private final Transactions transactions;
    private final Bookkeeping books;

    private JointImport(List<Import<?>> imports) {
        this.imports = List.copyOf(imports);
        this.noted = imports.stream().sorted(Comparator.comparing(Import::key)).toList();
        this.transactions = imports.get(0).transactions();
        this.books = imports.get(0).books();
    }

    /**
     * These imports as one.
     *
     * @throws IllegalArgumentException when there is none, when they are of several sessions, when two are of the same type from
     *     the same source, or when two write their refused rows to the same file
     */
    public static JointImport of(List<Import<?>> imports) {
        if (imports.isEmpty()) {
            throw new IllegalArgumentException("there is no import to do; give at least one");
        }
        Set<String> keys = new HashSet<>();
        Set<Path> rejects = new HashSet<>();
        for (Import<?> one : imports) {
            if (one.transactions() != imports.get(0).transactions()) {
                throw new IllegalArgumentException(
                        "imports of several sessions can not be done as one; make all importers by the same session");
            } else if (!keys.add(one.key())) {
                throw new IllegalArgumentException("two imports into " + one.type() + " are known by the same name, "
                        + one.name() + "; leave one out, or give each a name of its own: job(...)");
            } else if (one.rejects() != null && !rejects.add(one.rejects())) {
                throw new IllegalArgumentException(
                        "the refused rows of two imports go to " + one.rejects() + "; give each its own");
            }
        }
        return new JointImport(imports);
    }

    /** These imports as one. */
    public static JointImport of(Import<?> first, Import<?>... further) {
        return of(Stream.concat(Stream.of(first), Stream.of(further)).toList());
    }

    /**
     * Does everything that {@link #run} does in one transaction, then undoes it: the report is that of the import, also of one
     * that goes on after an interruption. It writes nothing, no file of refused rows either.
     *
     * @throws UnreadableFileException when a source can not be imported as it is
     */
    public JointReport rehearse() {
        imports.forEach(Import::requirePermission);
        List<Trial> trials = imports.stream().map(one -> new Trial()).toList();
        while (true) {
            try {
                return rehearse(trials);
            } catch (LostTransactionException again) {
                again.note();
            }
        }
    }

    private JointReport rehearse(List<Trial> trials) {
        Job job = Job.find(transactions, books, noted);
        try (Rounds rounds = Rounds.open(imports, noted::indexOf, trials)) {
            rounds.begin(job, books.clock());
            rounds.recallRefused(job);
            return transactions.rehearse("import of " + job.name(), transaction -> {
                rounds.run(job, (part, rows, mayWait) -> part.attempt(rows, mayWait, transaction));
                return rounds.report(List.of()).withoutReceipt();
            });
        }
    }

    /**
     * Imports all rows, or all that are left when this import was interrupted: the report is then of all rows from the first
     * one on, and the files of refused rows have all of them.
     *
     * @throws UnreadableFileException when a source can not be imported as it is, or when another one was interrupted under the
     *     same name; then nothing was written
     * @throws UnwritableFileException when refused rows can not be written to where they are to go, or were to go to a file that is
     *     read
     * @throws OvertakenImportException when somebody else goes on with the same import at the same time
     */
    public JointReport run() {
        imports.forEach(Import::requirePermission);
        imports.forEach(this::requireOtherFileForRejects);
        Job job = Job.find(transactions, books, noted);
        List<Trial> trials = imports.stream().map(one -> new Trial()).toList();
        JointReport report;
        boolean isAtItsEnd;
        try (Rounds rounds = Rounds.open(imports, noted::indexOf, trials)) {
            rounds.begin(job, books.clock());
            rounds.beginToWrite(job);
            isAtItsEnd = rounds.run(job, new Committing(transactions, job)::commit);
            report = rounds.report(job.receipt());
            rounds.finish();
        }
        if (isAtItsEnd) {
            job.end();
        }
        return report;
    }

    private void requireOtherFileForRejects(Import<?> one) {
        Path rejects = one.rejects();
        if (rejects != null && imports.stream().anyMatch(other -> rejects.equals(other.file()))) {
            throw new UnwritableFileException(
                    "the refused rows of " + one.name() + " can not go to the file that is read; name another one");
        }
    }

    /**
     * Gives up an import that was interrupted, so that the next run begins with the first rows. What was committed stays; the
     * report tells of it, and its receipt can be undone. Nothing was read when no import of these was interrupted.
     */
    public JointReport giveUp() {
        imports.forEach(Import::requirePermission);
        Job job = Job.find(transactions, books, noted);
        JointReport report = new JointReport(
                imports.stream()
                        .map(one -> new JointReport.OfSource(one.name(), job.report(noted.indexOf(one))))
                        .toList(),
                job.receipt());
        job.end();
        return report;
    }
}
