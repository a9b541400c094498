package org.clientele;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clientele.access.Actor;
import org.clientele.access.Rights;
import org.clientele.door.Door;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/**
 * One actor's transactions: each opens the door to the store, unless one is open that all is to be done in.
 *
 * @param open null when each call is a transaction of its own
 */
record Work(
        Premises premises,
        Actor actor,
        Rights rights,
        @Nullable Door open) {

    /** The same actor's work within a transaction that is open. */
    Work within(Door door) {
        return new Work(premises, actor, rights, door);
    }

    boolean isWithinTransaction() {
        return open != null;
    }

    <T> T read(Function<? super Door, T> reading) {
        return once("read", reading);
    }

    /** Work of the library itself: it has no effect but on the records, so that a store may do it again. */
    <T> T inTransaction(String reason, Function<? super Door, T> work) {
        return inTransaction(result -> reason, work);
    }

    /** The same for work that knows why only when it is done. */
    <T> T inTransaction(Function<? super T, String> reason, Function<? super Door, T> work) {
        return open != null ? work.apply(open) : delivered(premises.store().repeating(through(reason, work)));
    }

    /** Work of somebody else, whose effects nobody knows. */
    <T> T once(String reason, Function<? super Door, T> work) {
        return open != null
                ? work.apply(open)
                : delivered(premises.store().inTransaction(through(result -> reason, work)));
    }

    private <T> Function<Records, Done<T>> through(Function<? super T, String> reason, Function<? super Door, T> work) {
        return records -> done(reason, work, records);
    }

    /** What a transaction came to. */
    private record Done<T>(T result, boolean hasWritten) {}

    private <T> Done<T> done(Function<? super T, String> reason, Function<? super Door, T> work, Records records) {
        Door door = premises.door(records, actor, rights);
        T result = work.apply(door);
        door.finish(reason.apply(result));
        if (door.hasWritten()) {
            premises.outbox().note(door.changeSet(), door.books());
        }
        return new Done<>(result, door.hasWritten());
    }

    private <T> T delivered(Done<T> done) {
        if (done.hasWritten()) {
            premises.outbox().afterCommit();
        }
        return done.result();
    }

    /**
     * Does something with each of these in turn, all in one transaction of the store: each becomes a change set of its own, and
     * all are kept or none.
     */
    <E, T> List<T> inOneTransaction(List<E> each, Function<? super T, String> reason, BiFunction<E, Door, T> work) {
        if (open != null) {
            throw new IllegalStateException(
                    "several change sets are a transaction of their own; call it outside of inTransaction");
        }
        return delivered(premises.store().inTransaction(records -> {
            List<T> results = new ArrayList<>();
            boolean hasWritten = false;
            for (E one : each) {
                Done<T> done = done(reason, door -> work.apply(one, door), records);
                results.add(done.result());
                hasWritten |= done.hasWritten();
            }
            return new Done<>(results, hasWritten);
        }));
    }

    <T> T rehearse(Function<? super Door, T> work) {
        if (open != null) {
            throw new IllegalStateException("a rehearsal undoes its transaction; call it outside of inTransaction");
        } else if (!premises.store().ownsTransactions()) {
            throw new IllegalStateException(
                    "a rehearsal undoes its transaction, which here is the host's; rehearse on a CRM"
                            + " whose store has transactions of its own");
        }
        try {
            return premises.store().inTransaction(records -> {
                throw new Rehearsed(work.apply(premises.door(records, actor, rights)));
            });
        } catch (Rehearsed over) {
            @SuppressWarnings("unchecked")
            T result = (T) over.result;
            return result;
        }
    }

    /** Ends a rehearsal: the store undoes what a transaction wrote that throws. */
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object result;

        Rehearsed(Object result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
