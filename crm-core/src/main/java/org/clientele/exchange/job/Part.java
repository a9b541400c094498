package org.clientele.exchange.job;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.Header;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.work.RowWork;
import org.clientele.exchange.work.Tried;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * One source of an import, and what becomes of its rows. They are read once; a row that waits for what another one may bring
 * is read again in a later round. For one thread.
 */
final class Part<R extends CrmRecord> implements AutoCloseable {

    private final int index;
    private final EntityType<R> type;
    private final Course course;
    private final RowSource source;
    private final Header header;
    private final RowWork<R> work;
    private final Attempts attempts;
    private final Trial trial;
    private final Ledger ledger;
    private final OptionalLong total;
    private RowSource.@Nullable Rows opened;
    private Rejects rejects;
    private @Nullable Fingerprint fingerprint;
    private RowNumbers waiting = new RowNumbers();
    private @Nullable Telling telling;
    private long noted;
    private int round;
    private boolean isRead;
    private boolean isCancelled;

    private Part(Import<R> one, int index, Collection<EntityType<?>> brought, Trial trial, RowSource.Rows rows) {
        this.index = index;
        this.type = one.type();
        this.course = one.course();
        this.source = one.source();
        this.header = new Header(source.name(), rows.header());
        this.work = new RowWork<>(one.plan(), source, header, brought);
        this.attempts = new Attempts(work, trial);
        this.trial = trial;
        this.ledger = new Ledger(course.stopAfterErrors(), rows.dialect());
        this.total = rows.total();
        this.opened = rows;
        this.rejects = Rejects.none(header);
    }

    /**
     * Opens a source.
     *
     * @param index its place in the job, from 0
     * @param brought the types of which the import brings records
     */
    static <R extends CrmRecord> Part<R> open(
            Import<R> one, int index, Collection<EntityType<?>> brought, Trial trial) {
        RowSource.Rows rows = one.source().open();
        try {
            return new Part<>(one, index, brought, trial, rows);
        } catch (RuntimeException refused) {
            rows.close();
            throw refused;
        }
    }

    int index() {
        return index;
    }

    String name() {
        return source.name();
    }

    EntityType<R> type() {
        return type;
    }

    Counts counts() {
        return ledger.counts();
    }

    int round() {
        return round;
    }

    Fingerprint fingerprint() {
        if (fingerprint == null) {
            fingerprint = source.fingerprint();
        }
        return fingerprint;
    }

    /** Whether a column of it may name a record of this type. */
    boolean refersTo(EntityType<?> other) {
        return work.refersTo(other);
    }

    /**
     * Goes on where it was interrupted.
     *
     * @param hasBeenRead whether all of it was read by then
     */
    void begin(PartDone done, boolean hasBeenRead, Clock clock) {
        ledger.goOnFrom(done.counts(), done.receipt());
        waiting = done.waiting().copy();
        isRead = hasBeenRead;
        telling = new Telling(course.onProgress(), clock, done.counts().rows());
    }

    /** Opens the file of refused rows, writes those down again that were refused before, and takes note of what the source is. */
    void beginToWrite(Stream<RowOutcome.Failed> refused) {
        rejects = Rejects.at(course.rejects(), source, header);
        rejects.restore(refused, source);
        fingerprint();
    }

    /** Lets the report have the rows that were refused before. */
    void recallRefused(Stream<RowOutcome.Failed> refused) {
        refused.takeWhile(each -> ledger.hasRoom()).forEach(ledger::goOnFrom);
    }

    /**
     * Reads all rows that are not read, or in a later round those that wait.
     *
     * @param from in a later round, the row after which it goes on
     * @param isAsked whether it is to stop, asked before rows are done
     * @param step says what became of the rows that it is given, or of the first of them
     */
    void pass(int newRound, long from, BooleanSupplier isAsked, Function<List<Row>, List<Tried>> step) {
        round = newRound;
        attempts.forget();
        try (Pass pass = round == 1 ? first() : again(from)) {
            boolean more = true;
            while (more) {
                if (isAsked.getAsBoolean()) {
                    more = false;
                    cancelBecauseOf(pass.hasNext());
                } else {
                    more = goOn(pass, step);
                }
                tellProgress(pass, !more);
            }
        }
        isRead |= !ledger.isStopped();
    }

    /** Whether it came to an end before its last row. */
    boolean isStopped() {
        return ledger.isStopped();
    }

    /** Whether it stopped because it was asked to. */
    boolean isCancelled() {
        return isCancelled;
    }

    boolean isAskedToStop() {
        return course.isCancelled().getAsBoolean();
    }

    private Pass first() {
        Pass pass = Pass.over(Objects.requireNonNull(opened));
        opened = null;
        pass.skip(position());
        return pass;
    }

    private Pass again(long from) {
        RowNumbers only = waiting.copy();
        only.removeUpTo(from);
        return Pass.over(only, source.open());
    }

    /** How many rows were read. */
    private long position() {
        return ledger.counts().rows() + waiting.size();
    }

    private void cancelBecauseOf(boolean unreadRows) {
        if (unreadRows) {
            isCancelled = true;
            ledger.stop("stopped as asked after row " + position() + "; run it again to go on");
        }
    }

    /** Does the next rows; whether there may be more. */
    private boolean goOn(Pass pass, Function<List<Row>, List<Tried>> step) {
        List<Row> chunk = pass.next(course.commitEvery());
        boolean more = chunk.size() == course.commitEvery();
        List<Tried> tried = chunk.isEmpty() ? List.of() : step.apply(chunk);
        tried.forEach(this::note);
        if (ledger.failuresLeft() <= 0) {
            stopBecauseOf(tried.size() < chunk.size() || (more && pass.hasNext()));
            return false;
        }
        pass.fault().ifPresent(ledger::stop);
        return more;
    }

    private void stopBecauseOf(boolean unreadRows) {
        if (unreadRows || !waiting.isEmpty()) {
            ledger.stop("stopped after " + ledger.counts().failed() + " refused rows, as the layout says"
                    + rest(unreadRows && !isRead));
        }
    }

    private String rest(boolean unreadRows) {
        return (unreadRows ? "; the rows after row " + position() + " were not read" : "")
                + (waiting.isEmpty() ? "" : "; " + waiting.size() + " that wait for other rows were not done");
    }

    /** Another source of the same import has stopped. */
    void stopWith(Part<?> other) {
        if (!isStopped() && (!isRead || !waiting.isEmpty())) {
            ledger.stop("stopped with " + other.name() + rest(!isRead));
        }
    }

    boolean waits() {
        return !waiting.isEmpty();
    }

    private void note(Tried tried) {
        Row row = tried.row();
        RowOutcome outcome = tried.outcome();
        if (outcome == null) {
            waiting.add(row.number());
            return;
        }
        waiting.remove(row.number());
        ledger.note(outcome);
        if (outcome instanceof RowOutcome.Failed failure) {
            rejects.add(row, failure);
        }
        noted++;
        if (trial.isNews(noted)) {
            course.onRow().accept(outcome);
        }
    }

    void noteChangeSet(UUID changeSet) {
        ledger.noteChangeSet(changeSet);
    }

    private void tellProgress(Pass pass, boolean last) {
        long processed = isRead ? total.orElse(position()) : pass.processed();
        Objects.requireNonNull(telling).tell(ledger.counts(), processed, total, last);
    }

    /** What was written last is undone. */
    void forget() {
        attempts.forget();
    }

    long failuresLeft() {
        return ledger.failuresLeft();
    }

    /** Does the rows as if one after the other, until too many are refused. */
    List<Tried> attempt(List<Row> rows, boolean mayWait, Transaction transaction) {
        return attempts.attempt(rows, ledger.failuresLeft(), mayWait, transaction);
    }

    ImportReport report() {
        return ledger.report();
    }

    /** All is done that is to be done now: the file of refused rows is whole. */
    void finish() {
        rejects.finish();
    }

    @Override
    public void close() {
        try {
            if (opened != null) {
                opened.close();
            }
        } finally {
            rejects.close();
        }
    }
}
