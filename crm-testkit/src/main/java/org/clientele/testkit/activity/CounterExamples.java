package org.clientele.testkit.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens to the counters of a record when activities are linked, changed and deleted. */
abstract class CounterExamples extends ActivityExamples {

    private static final Instant DAY_BEFORE = NOON.minus(Duration.ofDays(1));

    private void check(Account account, int in, int out, @Nullable Instant lastIn, @Nullable Instant lastOut) {
        Account now = office().again(account);
        assertThat(now.getTimesContactedIn()).as("in").isEqualTo(in);
        assertThat(now.getTimesContactedOut()).as("out").isEqualTo(out);
        assertThat(now.getTimesContacted()).as("total").isEqualTo(in + out);
        assertThat(now.getLastIncomingContactAt()).as("last in").isEqualTo(lastIn);
        assertThat(now.getLastOutgoingContactAt()).as("last out").isEqualTo(lastOut);
        Instant last = lastIn == null || (lastOut != null && lastOut.isAfter(lastIn)) ? lastOut : lastIn;
        assertThat(now.getLastContactedAt()).as("last").isEqualTo(last);
    }

    @Test
    void theyFollowWhatHappens() {
        Account acuserv = office().account("Acuserv");
        Call noon = office().activities.log(new Call("Noon", Direction.INCOMING, NOON), acuserv);
        check(acuserv, 1, 0, NOON, null);
        Call before = office().activities.log(new Call("Before", Direction.OUTGOING, DAY_BEFORE), acuserv);
        check(acuserv, 1, 1, NOON, DAY_BEFORE);
        noon.setDirection(Direction.OUTGOING);
        noon = office().session.save(noon);
        check(acuserv, 0, 2, null, NOON);
        noon.setAt(DAY_BEFORE.minusSeconds(1));
        noon = office().session.save(noon);
        check(acuserv, 0, 2, null, DAY_BEFORE);
        office().activities.unlink(before, acuserv);
        check(acuserv, 0, 1, null, DAY_BEFORE.minusSeconds(1));
        office().session.delete(noon);
        check(acuserv, 0, 0, null, null);
    }

    @Test
    void aContactThatLiesAheadIsNoDaysAgo() {
        Account acuserv = office().account("Acuserv");
        LocalDate today = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
        assertThat(office().again(acuserv).daysSinceLastContact(today, ZoneOffset.UTC))
                .isEmpty();
        office().activities.log(new Call("Noon", Direction.INCOMING, NOON), acuserv);
        assertThat(office().again(acuserv).daysSinceLastContact(today.minusDays(2), ZoneOffset.UTC))
                .hasValue(0);
        assertThat(office().again(acuserv).daysSinceLastContact(today.plusDays(2), ZoneOffset.UTC))
                .hasValue(2);
    }

    @Test
    void anEditOfTheRecordAndAnActivityDoNotDisturbEachOther() {
        Account read = office().account("Acuserv");
        office().activities.log(new Call("Noon", Direction.INCOMING, NOON), read);
        read.setDescription("edited from what was read before the call");
        Account saved = office().session.save(read);
        check(saved, 1, 0, NOON, null);
        assertThat(office().again(saved).getDescription()).startsWith("edited");
    }

    @Test
    void theLatestIsRightWhenSomeDeleteWhileOthersLog() throws Exception {
        Account acuserv = office().account("Acuserv");
        int threads = 3;
        int calls = 12;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            Session session = office().crm.as(office().olga);
            Activities activities = new Activities(session);
            running.add(pool.submit(() -> {
                for (int call = 0; call < calls; call++) {
                    Instant at = NOON.plusSeconds(call * threads + thread);
                    Call logged = activities.log(new Call("Call", Direction.INCOMING, at), acuserv);
                    if (call > 0) {
                        session.delete(logged);
                    }
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        pool.shutdown();
        check(acuserv, threads, 0, NOON.plusSeconds(threads - 1), null);
    }

    @Test
    void whoeverLogsAtTheSameTimeIsCounted() throws Exception {
        Account acuserv = office().account("Acuserv");
        int threads = 4;
        int calls = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Activities activities = new Activities(office().crm.as(office().olga));
            running.add(pool.submit(() -> {
                for (int call = 0; call < calls; call++) {
                    activities.log(new Call("Noon", Direction.INCOMING, NOON), acuserv);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        pool.shutdown();
        check(acuserv, threads * calls, 0, NOON, null);
    }
}
