package org.clientele.jpa.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.clientele.Crm;
import org.clientele.account.Account;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.store.Fate;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two transactions each wait for what the other holds. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DeadlockTest {

    private final JpaStore store = Database.shared().emptyStore();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    private final AtomicInteger begun = new AtomicInteger();
    private final Account acuserv = new Account("Acuserv");
    private final Account casper = new Account("Casper");

    DeadlockTest() {
        Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
        store.inTransaction(records -> records.write(
                List.of(new Write.Insert<>(Account.TYPE, acuserv), new Write.Insert<>(Account.TYPE, casper))));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private Function<Records, Void> renaming(Account first, Account second) {
        return records -> {
            boolean isFirstTime = begun.incrementAndGet() <= 2;
            hold(records, first.getId());
            if (isFirstTime) {
                await();
            }
            hold(records, second.getId());
            for (Account account : List.of(first, second)) {
                Account stored = records.find(Account.TYPE, account.getId()).orElseThrow();
                stored.setName(stored.getName() + "!");
                records.write(List.of(new Write.Update<>(Account.TYPE, stored, stored)));
            }
            return null;
        };
    }

    private static void hold(Records records, UUID id) {
        records.hold(Account.TYPE, Set.of(id), Fate.GOES);
    }

    private void await() {
        try {
            bothHoldOne.await(1, TimeUnit.MINUTES);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> names() {
        return store.inTransaction(records ->
                records.findAll(Account.TYPE, List.of(acuserv.getId(), casper.getId())).stream()
                        .map(Account::getName)
                        .toList());
    }

    @Test
    void whatTheDatabaseGaveUpIsDoneAgain() throws Exception {
        Future<?> one = threads.submit(() -> store.repeating(renaming(acuserv, casper)));
        Future<?> other = threads.submit(() -> store.repeating(renaming(casper, acuserv)));
        one.get();
        other.get();
        assertThat(names()).containsExactly("Acuserv!!", "Casper!!");
        assertThat(begun.get()).isGreaterThan(2);
    }

    @Test
    void workOfTheHostIsDoneOnceAndToldSo() throws Exception {
        Future<?> one = threads.submit(() -> store.inTransaction(renaming(acuserv, casper)));
        Future<?> other = threads.submit(() -> store.inTransaction(renaming(casper, acuserv)));
        assertThatThrownBy(() -> {
                    one.get();
                    other.get();
                })
                .hasCauseInstanceOf(StaleRecordException.class);
        other.cancel(true);
        assertThat(begun.get()).isEqualTo(2);
    }
}
