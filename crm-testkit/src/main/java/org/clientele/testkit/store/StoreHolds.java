package org.clientele.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Adjustment;
import org.clientele.store.Fate;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.junit.jupiter.api.Test;

/** That nothing comes to point to what goes at the same time, if both are held, and that nobody is refused without need. */
abstract class StoreHolds extends StoreCase {

    private static final int ROUNDS = 8;
    private static final int THREADS = 4;
    private static final int TIMES = 6;

    private Visit about(CrmRecord target) {
        Visit visit = visit("about " + target.getId());
        visit.setAbout(new AnyRef(crm().schema().typeOf(target).name(), target.getId()));
        return visit;
    }

    private static <R extends CrmRecord> Criterion<Visit> pointsTo(EntityType<R> type, R target) {
        return Visit.ABOUT.in(Set.of(new AnyRef(type.name(), target.getId())));
    }

    /** Makes a new record point to another if that is there. */
    private Object point(Records records, EntityType<?> type, CrmRecord target) {
        if (records.hold(type, List.of(target.getId()), Fate.STAYS).isEmpty()) {
            return "not there";
        }
        insert(records, about(target));
        return "pointed";
    }

    /** Deletes a record if nothing points to it. */
    private <R extends CrmRecord> Object go(Records records, EntityType<R> type, R target) {
        records.hold(type, List.of(target.getId()), Fate.GOES);
        if (records.count(Visit.TYPE, pointsTo(type, target)) > 0) {
            return "needed";
        }
        delete(records, target);
        return "gone";
    }

    @Test
    void holdingTellsWhichRecordsAreThere() {
        Account acuserv = inserted(account("Acuserv"));
        Account gone = inserted(account("Body Toning"));
        deleted(gone);
        Account fresh = account("Big Bear Stores");
        List<UUID> asked = List.of(acuserv.getId(), gone.getId(), fresh.getId(), UUID.randomUUID(), acuserv.getId());
        for (Fate fate : Fate.values()) {
            run(records -> {
                assertThat(records.hold(Account.TYPE, asked, fate)).containsExactly(acuserv.getId());
                assertThat(records.hold(Account.TYPE, List.of(), fate)).isEmpty();
                assertThat(records.hold(Visit.TYPE, List.of(acuserv.getId()), fate))
                        .isEmpty();
            });
        }
        run(records -> {
            insert(records, fresh);
            delete(records, acuserv);
            assertThat(records.hold(Account.TYPE, asked, Fate.STAYS)).containsExactly(fresh.getId());
        });
    }

    @Test
    void whoeverHoldsWhatWentMeanwhileIsToldAtOnceOrAtTheEnd() throws Exception {
        Account acuserv = inserted(account("Acuserv"));
        CountDownLatch going = new CountDownLatch(1);
        CountDownLatch hasRead = new CountDownLatch(1);
        Callable<Object> deletes = () -> inTransaction(records -> {
            AtOnce.await(hasRead);
            Object answer = go(records, Account.TYPE, acuserv);
            going.countDown();
            return answer;
        });
        Callable<Object> points = () -> inTransaction(records -> {
            assertThat(find(records, acuserv).getName()).isEqualTo("Acuserv");
            hasRead.countDown();
            AtOnce.await(going);
            return point(records, Account.TYPE, acuserv);
        });
        checkOneWon(Account.TYPE, acuserv, AtOnce.run(List.of(deletes, points)));
    }

    @Test
    void whoeverDeletesWhatIsHeldSeesWhatPointsToItOrIsTold() throws Exception {
        Account acuserv = inserted(account("Acuserv"));
        CountDownLatch pointed = new CountDownLatch(1);
        CountDownLatch hasRead = new CountDownLatch(1);
        Callable<Object> points = () -> inTransaction(records -> {
            AtOnce.await(hasRead);
            Object answer = point(records, Account.TYPE, acuserv);
            pointed.countDown();
            return answer;
        });
        Callable<Object> deletes = () -> inTransaction(records -> {
            assertThat(records.count(Visit.TYPE, pointsTo(Account.TYPE, acuserv)))
                    .isZero();
            hasRead.countDown();
            AtOnce.await(pointed);
            return go(records, Account.TYPE, acuserv);
        });
        checkOneWon(Account.TYPE, acuserv, AtOnce.run(List.of(points, deletes)));
    }

    @Test
    void ofMakingPointAndDeletingAtOnceOneWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Account acuserv = inserted(account("Acuserv"));
            race(Account.TYPE, acuserv);
            Channel channel = new Channel("Channel " + round, ChannelType.SALES).addEntity("partner");
            race(Channel.TYPE, inserted(complete(channel)));
        }
    }

    private <R extends CrmRecord> void race(EntityType<R> type, R target) throws Exception {
        List<Callable<Object>> works = new ArrayList<>();
        works.add(() -> inTransaction(records -> go(records, type, target)));
        works.add(() -> inTransaction(records -> point(records, type, target)));
        works.add(() -> inTransaction(records -> go(records, type, target)));
        works.add(() -> inTransaction(records -> point(records, type, target)));
        checkOneWon(type, target, AtOnce.race(works));
    }

    private <R extends CrmRecord> void checkOneWon(EntityType<R> type, R target, List<Object> answers) {
        assertThat(answers).filteredOn(CrmException.class::isInstance).allMatch(StaleRecordException.class::isInstance);
        long pointing = selected(Visit.TYPE, pointsTo(type, target)).size();
        assertThat(answers).filteredOn("pointed"::equals).hasSize((int) pointing);
        assertThat(answers).filteredOn("gone"::equals).hasSize(isStored(target) ? 0 : 1);
        assertThat(isStored(target) || pointing == 0).as("%s", answers).isTrue();
        assertThat(answers).as("somebody wins").containsAnyOf("gone", "pointed");
    }

    /** Each adjusts what it has come to point to, as the CRM does. */
    @Test
    void ofManyWhoMakeRecordsPointToOneNoneIsRefused() throws Exception {
        Account acuserv = inserted(account("Acuserv"));
        List<Callable<Object>> works = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            works.add(() -> {
                for (int time = 0; time < TIMES; time++) {
                    run(records -> {
                        point(records, Account.TYPE, acuserv);
                        records.adjust(List.of(new Adjustment<>(
                                Account.TYPE,
                                acuserv.getId(),
                                List.of(new Adjustment.Add<>(Account.TIMES_CONTACTED, BigDecimal.ONE)))));
                    });
                }
                return "done";
            });
        }
        assertThat(AtOnce.race(works)).containsOnly("done");
        assertThat(stored(acuserv).getTimesContacted()).isEqualTo(THREADS * TIMES);
        assertThat(selected(Visit.TYPE, pointsTo(Account.TYPE, acuserv))).hasSize(THREADS * TIMES);
    }
}
