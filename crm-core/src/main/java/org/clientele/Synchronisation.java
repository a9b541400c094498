package org.clientele;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.access.AccessDeniedException;
import org.clientele.store.Transaction;
import org.clientele.store.Transactions;
import org.clientele.sync.Connection;
import org.clientele.sync.SyncLink;
import org.clientele.sync.SyncOutcome;
import org.clientele.sync.SyncReport;
import org.clientele.sync.SyncRun;
import org.clientele.sync.Synchronising;

/**
 * Keeps the records of a CRM and those of another system alike (OroCRM documentation, Integrations). Only the system does:
 * {@code crm.asSystem()}. Runs of one connection follow one another; several at a time harm nothing, but some of them fail.
 * Thread-safe.
 *
 * <pre>{@code
 * SyncReport report = crm.asSystem().synchronisation(shop).run(outcome -> log.info("{}", outcome));
 * }</pre>
 */
public final class Synchronisation {

    private final Synchronising synchronising;

    Synchronisation(Work work, Connection connection) {
        if (!work.actor().isSystem()) {
            throw new AccessDeniedException(work.actor()
                    + " may not synchronise, which reads and writes what a user may not see; use crm.asSystem()");
        } else if (work.isWithinTransaction()) {
            throw new IllegalStateException("a synchronisation commits as it goes; call it outside of inTransaction");
        }
        synchronising = new Synchronising(
                new Repeating(work), connection, work.premises().clock());
    }

    /** What the library does itself in a transaction a store may do again. */
    private record Repeating(Work work) implements Transactions {

        @Override
        public <T> T inTransaction(String reason, Function<Transaction, T> block) {
            return work.inTransaction(reason, block);
        }

        @Override
        public <T> T rehearse(String reason, Function<Transaction, T> block) {
            return work.rehearse(block);
        }
    }

    /** As {@link #run(Consumer)}, telling of no single record. */
    public SyncReport run() {
        return run(outcome -> {});
    }

    /**
     * Takes in what the remote has to tell since the last run, tries again what could not be taken then, and sends what was
     * changed here. It commits some hundred records at a time, each with how far it has come: one that is interrupted goes on
     * from there when it is run again. A connector that fails keeps no other from running, and a record that can not be taken no
     * other from being taken.
     *
     * @param onRecord told of what became of each record, once that is kept; it must not throw
     */
    public SyncReport run(Consumer<SyncOutcome> onRecord) {
        return synchronising.run(onRecord);
    }

    /** Has a run end after the page at hand, and none begin until {@link #resume()}. */
    public void pause() {
        synchronising.setPaused(true);
    }

    /** Lets runs begin again; the next one goes on from where the last one was. */
    public void resume() {
        synchronising.setPaused(false);
    }

    /** Whether it is paused. */
    public boolean isPaused() {
        return synchronising.isPaused();
    }

    /** How the last runs of its connectors ended, the latest first. */
    public List<SyncRun> runs(int most) {
        return synchronising.runs(most);
    }

    /** What needs somebody's attention, or time: what waits for another record, what was refused and why, what is to be sent. */
    public List<SyncLink> open(int most) {
        return synchronising.open(most);
    }
}
