package org.clientele.testkit.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmException;
import org.clientele.organization.User;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;

/** What several threads see of each other, and that none of them loses anything. */
abstract class StoreConcurrency extends StoreCase {

    private static final int PATIENCE_SECONDS = 60;

    /** Runs all of these at once; each answers with its result or with what the CRM refused. */
    private static List<Object> atOnce(List<Callable<Object>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<Object>> running = new ArrayList<>();
            works.forEach(work -> running.add(threads.submit(() -> {
                try {
                    return work.call();
                } catch (CrmException refused) {
                    return refused;
                }
            })));
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : running) {
                answers.add(one.get(PATIENCE_SECONDS, SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, SECONDS)) {
                throw new AssertionError("the other thread did not come");
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(PATIENCE_SECONDS, SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException missing) {
            throw new AssertionError("the other thread did not come", missing);
        }
    }

    @Test
    void othersSeeATransactionAsAWholeWhenItHasEndedAndNothingBefore() throws Exception {
        Account kept = inserted(account("Acuserv"));
        Account goes = inserted(account("Body Toning"));
        Account fresh = account("Big Bear Stores");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Callable<Object> writer = () -> {
            run(records -> {
                insert(records, fresh);
                Account changed = find(records, kept);
                changed.setName("Acuserv Ltd");
                update(records, changed);
                delete(records, goes);
                written.countDown();
                await(looked);
            });
            return "written";
        };
        Callable<Object> reader = () -> {
            await(written);
            try {
                return names();
            } finally {
                looked.countDown();
            }
        };
        assertThat(atOnce(List.of(writer, reader))).containsExactly("written", List.of("Acuserv", "Body Toning"));
        assertThat(names()).containsExactly("Acuserv Ltd", "Big Bear Stores");
    }

    private List<String> names() {
        return selected(Account.TYPE, Criterion.<Account>always()).stream()
                .map(account -> String.valueOf(account.getName()))
                .toList();
    }

    @Test
    void ofTwoWhoChangeTheSameRecordOneWinsAndTheOtherIsToldSo() throws Exception {
        Account acuserv = inserted(account("Acuserv"));
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        List<Callable<Object>> writers = new ArrayList<>();
        for (String name : List.of("Big Bear Stores", "Body Toning")) {
            writers.add(() -> inTransaction(records -> {
                Account read = find(records, acuserv);
                await(bothHaveRead);
                read.setName(name);
                return String.valueOf(update(records, read).getName());
            }));
        }
        List<Object> answers = atOnce(writers);
        assertThat(answers).filteredOn(StaleRecordException.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(String.class::isInstance)
                .containsExactly(stored(acuserv).getName());
    }

    @Test
    void ofOneWhoChangesARecordAndOneWhoDeletesItOneWins() throws Exception {
        Account acuserv = inserted(account("Acuserv"));
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        Callable<Object> changes = () -> inTransaction(records -> {
            Account read = find(records, acuserv);
            await(bothHaveRead);
            read.setName("Acuserv Ltd");
            return String.valueOf(update(records, read).getName());
        });
        Callable<Object> deletes = () -> inTransaction(records -> {
            Account read = find(records, acuserv);
            await(bothHaveRead);
            delete(records, read);
            return "deleted";
        });
        List<Object> answers = atOnce(List.of(changes, deletes));
        assertThat(answers).filteredOn(StaleRecordException.class::isInstance).hasSize(1);
        assertThat(isStored(acuserv)).isEqualTo(answers.contains("Acuserv Ltd"));
    }

    @Test
    void countingTogetherLosesNothing() throws Exception {
        int threads = 4;
        int times = 10;
        Visit counter = visit("Counting");
        counter.setMinutes(0);
        inserted(counter);
        List<Callable<Object>> works = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            works.add(() -> {
                for (int time = 0; time < times; time++) {
                    countUp(counter);
                }
                return "counted";
            });
        }
        assertThat(atOnce(works)).hasSize(threads).containsOnly("counted");
        assertThat(stored(counter).getMinutes()).isEqualTo(threads * times);
    }

    private void countUp(Visit counter) {
        boolean done = false;
        while (!done) {
            try {
                run(records -> {
                    Visit read = find(records, counter);
                    Integer minutes = read.getMinutes();
                    read.setMinutes(minutes == null ? 1 : minutes + 1);
                    update(records, read);
                });
                done = true;
            } catch (StaleRecordException again) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void ofTwoWhoTakeTheSameUniqueValueOneWins() throws Exception {
        assertThat(race("ivan", "ivan")).hasSize(1);
    }

    @Test
    void ofTwoWhoTakeUniqueTextsThatDifferInCaseAloneOneWins() throws Exception {
        assertThat(race("ivan", "Ivan")).hasSize(1);
    }

    private List<User> race(String one, String other) throws Exception {
        store();
        CyclicBarrier ready = new CyclicBarrier(2);
        List<Callable<Object>> works = new ArrayList<>();
        for (User user : List.of(user(one, "first@acme.example"), user(other, "second@acme.example"))) {
            works.add(() -> inTransaction(records -> {
                records.count(User.TYPE, Criterion.always());
                await(ready);
                return insert(records, user);
            }));
        }
        List<Object> answers = atOnce(works);
        assertThat(answers)
                .filteredOn(DuplicateRecordException.class::isInstance)
                .hasSize(1);
        assertThat(answers).filteredOn(User.class::isInstance).hasSize(1);
        return selected(User.TYPE, User.USERNAME.is(one));
    }

    @Test
    void recordsThatDifferAreWrittenAtOnceByManyThreads() throws Exception {
        List<Callable<Object>> works = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Account mine = account("Account " + i);
            works.add(() -> inserted(mine));
        }
        assertThat(atOnce(works)).allMatch(Account.class::isInstance);
        assertThat(names()).containsExactly("Account 0", "Account 1", "Account 2", "Account 3");
    }
}
