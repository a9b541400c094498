package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.organization.User;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;

/** What several threads see of each other, and that none of them loses anything. */
abstract class StoreConcurrency extends StoreCase {

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
                AtOnce.await(looked);
            });
            return "written";
        };
        Callable<Object> reader = () -> {
            AtOnce.await(written);
            try {
                return names();
            } finally {
                looked.countDown();
            }
        };
        assertThat(AtOnce.run(List.of(writer, reader))).containsExactly("written", List.of("Acuserv", "Body Toning"));
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
                AtOnce.await(bothHaveRead);
                read.setName(name);
                return String.valueOf(update(records, read).getName());
            }));
        }
        List<Object> answers = AtOnce.run(writers);
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
            AtOnce.await(bothHaveRead);
            read.setName("Acuserv Ltd");
            return String.valueOf(update(records, read).getName());
        });
        Callable<Object> deletes = () -> inTransaction(records -> {
            Account read = find(records, acuserv);
            AtOnce.await(bothHaveRead);
            delete(records, read);
            return "deleted";
        });
        List<Object> answers = AtOnce.run(List.of(changes, deletes));
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
        assertThat(AtOnce.run(works)).hasSize(threads).containsOnly("counted");
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
                AtOnce.await(ready);
                return insert(records, user);
            }));
        }
        List<Object> answers = AtOnce.run(works);
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
        assertThat(AtOnce.run(works)).allMatch(Account.class::isInstance);
        assertThat(names()).containsExactly("Account 0", "Account 1", "Account 2", "Account 3");
    }
}
