package org.clientele.benchmarks;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.clientele.account.Account;
import org.clientele.duplicates.Duplicates;

/**
 * The most heap that a search for duplicates holds, for each account, beyond the store: another thread collects all garbage
 * again and again while the search runs, and keeps the most that was left.
 */
final class DuplicatesFootprint {

    private static final int ACCOUNTS = 1_000_000;

    /** So that the search comes on between two collections. */
    private static final long PAUSE_NANOS = 300_000_000;

    private DuplicatesFootprint() {}

    public static void main(String[] arguments) throws InterruptedException {
        NamedAccounts world = new NamedAccounts(ACCOUNTS);
        long before = used();
        AtomicBoolean isOver = new AtomicBoolean();
        long[] most = {before};
        int[] samples = {0};
        Thread watching = new Thread(() -> {
            while (!isOver.get()) {
                most[0] = Math.max(most[0], used());
                samples[0]++;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
        watching.start();
        Duplicates<Account> found = Duplicates.in(world.analyst(), DuplicatesOfAccounts.RULES);
        isOver.set(true);
        watching.join();
        long after = used();
        System.out.printf(
                "%s%nbytes for each of %d accounts: the store %d, the search at most %d (%d samples), its result %d%n",
                found,
                ACCOUNTS,
                before / ACCOUNTS,
                (most[0] - before) / ACCOUNTS,
                samples[0],
                (after - before) / ACCOUNTS);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
