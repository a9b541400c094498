package org.clientele.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the listeners of a CRM are still to hear: written with each change set, delivered after the commit. Thread-safe; of the
 * threads of a process one delivers at a time, and none waits for it.
 */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** So many change sets the thread of a commit tells each listener at most. */
    private static final long MOST_AFTER_A_COMMIT = 1000;

    private final RecordStore store;
    private final List<Subscriber> subscribers;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean isWanted = new AtomicBoolean();

    /** For these listeners by their names, in this order. */
    public Outbox(RecordStore store, Map<String, ChangeListener> listeners) {
        this.store = store;
        this.subscribers = listeners.entrySet().stream()
                .map(entry -> new Subscriber(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** IllegalArgumentException when no listener can have this name beside others. */
    public static void checkName(String name, Collection<String> others) {
        if (name.isBlank() || name.length() > Notice.LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a listener; give one of 1 to " + Notice.LONGEST_NAME + " characters");
        } else if (others.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException(
                    "two listeners are called '" + name + "', and each has to hear of everything; give each a name");
        }
    }

    /** Writes down, in the transaction that made a change set and as the last that it does, who is to hear of it. */
    public void note(UUID changeSet, Records books) {
        if (!subscribers.isEmpty()) {
            books.write(subscribers.stream()
                    .map(subscriber -> new Write.Insert<>(Notice.TYPE, new Notice(subscriber.name(), changeSet)))
                    .toList());
        }
    }

    /**
     * Delivers what the calling thread has committed, unless another is at it, which then goes on to it. Where much is outstanding,
     * a part: the next commit and {@link #deliver} go on. Throws nothing: what was committed stays so.
     */
    public void afterCommit() {
        if (subscribers.isEmpty() || !store.ownsTransactions()) {
            return;
        }
        isWanted.set(true);
        long left = MOST_AFTER_A_COMMIT;
        while (left > 0 && isWanted.get() && !turn.isHeldByCurrentThread() && turn.tryLock()) {
            try {
                isWanted.set(false);
                left -= Math.max(1, someToEach(left));
            } finally {
                turn.unlock();
            }
        }
    }

    /** The greatest number that a listener was told. */
    private long someToEach(long most) {
        long greatest = 0;
        for (Subscriber subscriber : subscribers) {
            if (!subscriber.isPausing()) {
                try {
                    greatest = Math.max(greatest, subscriber.deliver(store, most));
                } catch (RuntimeException failure) {
                    LOG.warn("listener '{}' was not told all; that is kept for later", subscriber.name(), failure);
                }
            }
        }
        return greatest;
    }

    /**
     * Delivers all that was outstanding when it was called; waits for its turn. A listener that fails is left where it is.
     *
     * @return how many change sets were told, those to several listeners several times
     */
    public long deliver() {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a listener can not deliver; what it writes is told when it has returned");
        }
        turn.lock();
        try {
            long told = 0;
            for (Subscriber subscriber : subscribers) {
                told += subscriber.deliver(store, subscriber.outstanding(store));
            }
            return told;
        } finally {
            turn.unlock();
        }
    }
}
