package org.clientele.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** One import of one source, from its first row to its last, however often it is interrupted. For one thread. */
final class Job {

    private static final int DELETED_AT_ONCE = 100;

    private final Transactions transactions;
    private final Bookkeeping books;
    private final String source;
    private final UUID id;
    private final List<UUID> receipt = new ArrayList<>();
    private final List<UUID> stepsWithRefused = new ArrayList<>();
    private UUID previous;
    private @Nullable ImportStep last;

    private Job(Transactions transactions, Bookkeeping books, String source, UUID id) {
        this.transactions = transactions;
        this.books = books;
        this.source = source;
        this.id = id;
        this.previous = id;
    }

    /**
     * The job of a source, with the steps that it has taken already.
     *
     * @param name what the job is called; null when it is called as the source
     */
    static Job find(
            Transactions transactions, Bookkeeping books, EntityType<?> type, RowSource source, @Nullable String name) {
        Job job = new Job(transactions, books, source.name(), id(books, type, source, name));
        return transactions.inTransaction("read", transaction -> {
            job.read(books.in(transaction));
            return job;
        });
    }

    private static UUID id(Bookkeeping books, EntityType<?> type, RowSource source, @Nullable String name) {
        Path file = source.file();
        Ref<?> user = books.actor().user();
        Ref<?> organization = books.actor().organization();
        String descriptor = TextForm.join(Arrays.<@Nullable String>asList(
                user == null ? null : user.toString(),
                organization == null ? null : organization.toString(),
                type.name(),
                name,
                name != null || file == null
                        ? null
                        : file.toAbsolutePath().normalize().toString(),
                name != null || file != null ? null : source.name()));
        return UUID.nameUUIDFromBytes(descriptor.getBytes(StandardCharsets.UTF_8));
    }

    private static Query<ImportStep> steps(UUID job) {
        return Query.<ImportStep>of(ImportStep.JOB.is(job)).orderedBy(List.of(new Sort<>(ImportStep.ROWS_DONE, true)));
    }

    /** Without the refused rows, of which there may be many. */
    private void read(Records records) {
        long failed = 0;
        try (Stream<List<@Nullable Object>> steps = records.values(
                ImportStep.TYPE, steps(id), List.of(CrmRecord.ID, ImportStep.CHANGE_SET, ImportStep.FAILED))) {
            for (Iterator<List<@Nullable Object>> each = steps.iterator(); each.hasNext(); ) {
                List<@Nullable Object> step = each.next();
                previous = (UUID) Objects.requireNonNull(step.get(0));
                if (step.get(1) instanceof UUID changeSet) {
                    receipt.add(changeSet);
                }
                long failedByThen = step.get(2) instanceof Long number ? number : 0;
                if (failedByThen > failed) {
                    stepsWithRefused.add(previous);
                }
                failed = failedByThen;
            }
        }
        last = hasBegun() ? records.find(ImportStep.TYPE, previous).orElseThrow() : null;
    }

    /** Whether it was interrupted before. */
    boolean hasBegun() {
        return !previous.equals(id);
    }

    /** UnreadableFileException when it was interrupted and the source is not what it was then. */
    void requireSame(Fingerprint fingerprint) {
        if (last != null && !last.fingerprint().equals(fingerprint.text())) {
            throw new UnreadableFileException(source + " is not the file whose import was interrupted after row "
                    + done().rows() + "; put that one back to go on with it, or give its import up: giveUp(...)");
        }
    }

    /** What the rows became that are done. */
    Counts done() {
        return last == null ? Counts.NONE : last.counts();
    }

    /** The change sets that were written, in their order. */
    List<UUID> receipt() {
        return receipt;
    }

    /** The rows that were refused, in their order; read step by step, in transactions of their own. */
    Iterator<RowOutcome.Failed> refused() {
        return List.copyOf(stepsWithRefused).stream()
                .flatMap(step -> refused(step).stream())
                .iterator();
    }

    private List<RowOutcome.Failed> refused(UUID step) {
        return transactions.inTransaction(
                "read",
                transaction -> books.in(transaction)
                        .find(ImportStep.TYPE, step)
                        .map(ImportStep::failures)
                        .orElseGet(List::of));
    }

    /** What was done until it was interrupted. */
    ImportReport report() {
        Ledger ledger = new Ledger(Long.MAX_VALUE, "");
        ledger.goOnFrom(done(), receipt);
        for (Iterator<RowOutcome.Failed> each = refused(); each.hasNext() && ledger.hasRoom(); ) {
            ledger.goOnFrom(each.next());
        }
        if (hasBegun()) {
            ledger.stop("given up after row " + done().rows());
        }
        return ledger.report();
    }

    /**
     * Notes that rows are done, in the transaction in which that was. When nothing was written and none refused it would be
     * done again in the same way, and nothing is noted: an import that changes nothing writes nothing.
     *
     * @param before what the rows before them became
     * @return the step, for {@link #keep}; empty when nothing is noted
     * @throws OvertakenImportException when somebody else has noted a step meanwhile
     */
    Optional<ImportStep> note(
            Counts before, List<RowOutcome> outcomes, Fingerprint fingerprint, Transaction transaction) {
        Records records = books.in(transaction);
        requireLatest(records);
        List<RowOutcome.Failed> failures = outcomes.stream()
                .filter(RowOutcome.Failed.class::isInstance)
                .map(RowOutcome.Failed.class::cast)
                .toList();
        boolean wrote = outcomes.stream()
                .anyMatch(outcome -> outcome instanceof RowOutcome.Created || outcome instanceof RowOutcome.Updated);
        if (!wrote && failures.isEmpty()) {
            return Optional.empty();
        }
        ImportStep step = new ImportStep(id, previous, source, fingerprint);
        step.setOrganization(books.actor().organization());
        step.tell(before.plus(outcomes), failures, wrote ? transaction.changeSet() : null);
        ImportStep.CREATED_AT.set(step, books.clock().instant().truncatedTo(ChronoUnit.MICROS));
        records.write(List.of(new Write.Insert<>(ImportStep.TYPE, step)));
        return Optional.of(step);
    }

    /** The step noted last is still there, and none after it. */
    private void requireLatest(Records records) {
        Criterion<ImportStep> around = new Criterion.Any<>(
                List.of(ImportStep.PREVIOUS.is(previous), CrmRecord.isAnyOf(List.of(new Ref<ImportStep>(previous)))));
        try (Stream<List<@Nullable Object>> ids =
                records.values(ImportStep.TYPE, Query.<ImportStep>of(around), List.of(CrmRecord.ID))) {
            List<@Nullable Object> there = ids.map(step -> step.get(0)).toList();
            if (!there.equals(hasBegun() ? List.of(previous) : List.of())) {
                throw new OvertakenImportException(source);
            }
        }
    }

    /** The transaction in which a step was noted is kept. */
    void keep(ImportStep step) {
        previous = step.getId();
    }

    /** It is at its end: nothing of it stays. */
    void end() {
        if (hasBegun()) {
            transactions.<Void>inTransaction("read", transaction -> {
                deleteSteps(books.in(transaction));
                return null;
            });
        }
    }

    private void deleteSteps(Records records) {
        List<Write<?>> deletions;
        do {
            deletions = records.select(ImportStep.TYPE, steps(id).stretch(0, DELETED_AT_ONCE))
                    .<Write<?>>map(step -> new Write.Delete<>(ImportStep.TYPE, step))
                    .toList();
            if (!deletions.isEmpty()) {
                records.write(deletions);
            }
        } while (!deletions.isEmpty());
    }
}
