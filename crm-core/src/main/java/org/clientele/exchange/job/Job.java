package org.clientele.exchange.job;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.exchange.work.Tried;
import org.clientele.model.CrmRecord;
import org.clientele.store.Records;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** One import of one or several sources, from its first row to its last, however often it is interrupted. For one thread. */
final class Job {

    private static final int DELETED_AT_ONCE = 100;

    private final Transactions transactions;
    private final Bookkeeping books;
    private final String name;
    private final UUID id;
    private final List<PartDone> parts;
    private final List<UUID> receipt = new ArrayList<>();
    private UUID previous;
    private long steps;
    private int lastPart;
    private int lastRound = 1;
    private long lastRow;

    private Job(Transactions transactions, Bookkeeping books, List<? extends Import<?>> imports) {
        this.transactions = transactions;
        this.books = books;
        this.name = imports.stream().map(Import::name).collect(Collectors.joining(", "));
        this.id = id(books, imports);
        this.previous = id;
        this.parts = imports.stream().map(one -> new PartDone()).toList();
    }

    /** The job of these imports, which always come in the same order, with the steps that it has taken already. */
    static Job find(Transactions transactions, Bookkeeping books, List<? extends Import<?>> imports) {
        Job job = new Job(transactions, books, imports);
        return transactions.inTransaction("read", transaction -> {
            job.read(books.in(transaction));
            return job;
        });
    }

    private static UUID id(Bookkeeping books, List<? extends Import<?>> imports) {
        Ref<?> user = books.actor().user();
        Ref<?> organization = books.actor().organization();
        List<@Nullable String> descriptor = new ArrayList<>();
        descriptor.add(user == null ? null : user.toString());
        descriptor.add(organization == null ? null : organization.toString());
        imports.forEach(one -> descriptor.add(one.key()));
        return UUID.nameUUIDFromBytes(TextForm.join(descriptor).getBytes(StandardCharsets.UTF_8));
    }

    /** The names of the sources. */
    String name() {
        return name;
    }

    private static Query<ImportStep> steps(UUID job) {
        return Query.<ImportStep>of(ImportStep.JOB.is(job)).orderedBy(List.of(new Sort<>(ImportStep.NUMBER, true)));
    }

    /** Without the refused rows, of which there may be many. */
    private void read(Records records) {
        List<Attribute<? super ImportStep, ?>> columns = List.of(
                CrmRecord.ID,
                ImportStep.NUMBER,
                ImportStep.PART,
                ImportStep.ROUND,
                ImportStep.FINGERPRINT,
                ImportStep.CREATED,
                ImportStep.UPDATED,
                ImportStep.UNCHANGED,
                ImportStep.SKIPPED,
                ImportStep.FAILED,
                ImportStep.CHANGE_SET,
                ImportStep.WAITING);
        try (Stream<List<@Nullable Object>> found = records.values(ImportStep.TYPE, steps(id), columns)) {
            found.forEach(values -> add(new Values(values.iterator())));
        }
    }

    /** The values of a step, one after the other. */
    private record Values(Iterator<@Nullable Object> each) {

        @Nullable
        UUID id() {
            return (UUID) each.next();
        }

        long number() {
            return each.next() instanceof Long number ? number : 0;
        }

        String text() {
            return each.next() instanceof String text ? text : "";
        }
    }

    private void add(Values step) {
        previous = Objects.requireNonNull(step.id());
        steps = step.number();
        lastPart = (int) step.number();
        lastRound = (int) step.number();
        String fingerprint = step.text();
        Counts counts = new Counts(step.number(), step.number(), step.number(), step.number(), step.number());
        UUID changeSet = step.id();
        RowNumbers numbers = RowNumbers.read(step.text());
        lastRow = lastRound == 1 ? 0 : numbers.last();
        parts.get(lastPart).add(previous, lastRound, counts, numbers, fingerprint);
        if (changeSet != null) {
            receipt.add(changeSet);
            parts.get(lastPart).noteChangeSet(changeSet);
        }
    }

    /** Whether it was interrupted before. */
    boolean hasBegun() {
        return steps > 0;
    }

    /** In which round of its rows it is, from 1. */
    int round() {
        return lastRound;
    }

    /** Of which source rows were done last, by its place among the imports from 0. */
    int lastPart() {
        return lastPart;
    }

    /** The row that was done last in a later round; 0 in the first one. */
    long lastRow() {
        return lastRow;
    }

    /** What was done of a source. */
    PartDone done(int part) {
        return parts.get(part);
    }

    /** UnreadableFileException when the import of the source was interrupted and it is not what it was then. */
    void requireSame(Part<?> part) {
        String known = done(part.index()).fingerprint();
        if (known != null && !known.equals(part.fingerprint().text())) {
            throw new UnreadableFileException(part.name() + " is not the file whose import was interrupted after row "
                    + done(part.index()).counts().rows()
                    + "; put that one back to go on with it, or give its import up: giveUp(...)");
        }
    }

    /** The change sets that were written, in their order. */
    List<UUID> receipt() {
        return receipt;
    }

    /** The rows of a source that were refused, in the order in which that was; read step by step, in transactions of their own. */
    Stream<RowOutcome.Failed> refused(int part) {
        return List.copyOf(done(part).stepsWithRefused()).stream().flatMap(step -> refused(step).stream());
    }

    private List<RowOutcome.Failed> refused(UUID step) {
        return transactions.inTransaction(
                "read",
                transaction -> books.in(transaction)
                        .find(ImportStep.TYPE, step)
                        .map(ImportStep::failures)
                        .orElseGet(List::of));
    }

    /** What was done of a source until it was interrupted. */
    ImportReport report(int part) {
        Ledger ledger = new Ledger(Long.MAX_VALUE, "");
        ledger.goOnFrom(done(part).counts(), done(part).receipt());
        refused(part).takeWhile(refused -> ledger.hasRoom()).forEach(ledger::goOnFrom);
        if (hasBegun()) {
            ledger.stop("given up after row " + done(part).counts().rows());
        }
        return ledger.report();
    }

    /**
     * Notes that rows were tried, in the transaction in which that was. When nothing was written, none refused and none put off
     * they would be tried again in the same way, and nothing is noted: an import that changes nothing writes nothing.
     *
     * @param before what the rows of the part before them became
     * @return the step, for {@link #keep}; empty when nothing is noted
     * @throws OvertakenImportException when somebody else has noted a step meanwhile
     */
    Optional<ImportStep> note(Part<?> part, Counts before, List<Tried> tried, Transaction transaction) {
        Records records = books.in(transaction);
        requireLatest(records);
        RowNumbers numbers = RowNumbers.of(tried.stream()
                .filter(one -> one.waits() == (part.round() == 1))
                .map(Tried::row)
                .toList());
        boolean wrote = tried.stream().anyMatch(Tried::wrote);
        if (!wrote && numbers.isEmpty() && tried.stream().noneMatch(Tried::failed)) {
            return Optional.empty();
        }
        ImportStep step = new ImportStep(id, previous, steps + 1);
        step.setOrganization(books.actor().organization());
        step.tellPlace(part.index(), part.round(), part.name(), part.fingerprint(), numbers);
        step.tellOutcomes(before.plus(tried), tried, wrote ? transaction.changeSet() : null);
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
                throw new OvertakenImportException(name);
            }
        }
    }

    /** The transaction in which a step was noted is kept. */
    void keep(ImportStep step) {
        previous = step.getId();
        steps++;
        step.changeSet().ifPresent(receipt::add);
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
