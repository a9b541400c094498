package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.CrmConfig;
import org.clientele.Session;
import org.clientele.journal.Change;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.notice.Notice;
import org.clientele.organization.Organization;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.RecordStore;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.store.AtOnce;
import org.junit.jupiter.api.Test;

/** What a host may expect of listeners; part of {@link NoticeLaws}. */
abstract class NoticeExamples {

    private static final int THREADS = 8;
    private static final int TIMES = 15;

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    private static List<String> names(List<ChangeSet> sets) {
        return sets.stream()
                .flatMap(set -> set.changes().stream())
                .map(Change::name)
                .toList();
    }

    @Test
    void withoutAListenerNothingIsWritten() {
        Crm crm = Crm.open(newStore());
        crm.asSystem().save(new Organization("Acme"));
        assertThat(crm.asSystem().select(Notice.TYPE).count()).isZero();
        assertThat(crm.deliver()).isZero();
    }

    @Test
    void aListenerThatFailsIsToldAgainAndOthersDoNotWait() {
        Hearing sure = new Hearing(new Random(1), 0);
        Hearing bad = new Hearing(new Random(1), 10);
        Crm crm = Crm.open(newStore(), config -> config.listener("bad", bad).listener("sure", sure));
        crm.asSystem().save(new Organization("Acme"));
        crm.asSystem().save(new Organization("Body Toning"));
        assertThat(names(sure.heard())).containsExactly("Acme", "Body Toning");
        assertThat(crm.asSystem().select(Notice.TYPE).count()).isEqualTo(2);
        assertThat(bad.calls()).as("it rests after it failed").isEqualTo(1);
        assertThat(crm.deliver()).as("to nobody").isZero();
        bad.recover();
        assertThat(crm.deliver()).isEqualTo(2);
        assertThat(names(bad.heard())).containsExactly("Acme", "Body Toning");
        assertThat(crm.asSystem().select(Notice.TYPE).count()).isZero();
    }

    @Test
    void whatAListenerWritesIsToldInTurn() {
        List<String> heard = new ArrayList<>();
        Crm[] crm = new Crm[1];
        crm[0] = Crm.open(
                newStore(),
                config -> config.listener("writer", set -> {
                    heard.addAll(names(List.of(set)));
                    if (heard.size() < 4) {
                        crm[0].asSystem().save(new Organization("Acme " + heard.size()));
                    }
                    assertThatThrownBy(crm[0]::deliver).hasMessageContaining("a listener can not deliver");
                }));
        crm[0].asSystem().save(new Organization("Acme"));
        assertThat(heard).containsExactly("Acme", "Acme 1", "Acme 2", "Acme 3");
    }

    @Test
    void moreThanACommitDeliversIsLeftForTheNextAndForDeliver() {
        Hearing late = new Hearing(new Random(1), 10);
        Crm crm = Crm.open(newStore(), config -> config.listener("late", late));
        Session system = crm.asSystem();
        int many = 1300;
        system.save(new Organization("Acme"));
        for (int i = 0; i < many; i++) {
            system.save(new Organization("Acme " + i));
        }
        late.recover();
        assertThat(crm.deliver()).isGreaterThanOrEqualTo(many - 1000);
        assertThat(system.select(Notice.TYPE).count()).isZero();
        assertThat(late.heard()).hasSize(many + 1);
    }

    @Test
    void manyWhoWriteAtOnceAreToldInOrder() throws Exception {
        Hearing listener = new Hearing(new Random(1), 0);
        RecordStore store = newStore();
        Crm crm = Crm.open(store, config -> config.listener("one", listener));
        Session system = crm.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        assertThat(AtOnce.run(IntStream.range(0, THREADS)
                        .mapToObj(writer -> writer(system, acme, writer))
                        .toList()))
                .containsOnly("done");
        crm.deliver();
        assertThat(listener.calls()).isEqualTo(THREADS * TIMES + 1);
        listener.assertHeard(store.inTransaction(records -> new Journal(records).all()), crm.schema(), system);
    }

    private static Callable<Object> writer(Session system, Organization organization, int writer) {
        return () -> {
            for (int i = 0; i < TIMES; i++) {
                changeUntilItIsDone(system, organization, writer + "." + i);
            }
            return "done";
        };
    }

    /** Whoever comes too late reads again. */
    private static void changeUntilItIsDone(Session session, Organization organization, String description) {
        boolean isDone = false;
        while (!isDone) {
            try {
                session.inTransaction(tx -> {
                    Organization own = tx.get(Organization.TYPE, organization.getId());
                    own.setDescription(description);
                    tx.save(own);
                });
                isDone = true;
            } catch (StaleRecordException | DuplicateRecordException late) {
                isDone = false;
            }
        }
    }

    @Test
    void namesOfListenersAreDifferent() {
        assertThatThrownBy(() -> Crm.open((CrmConfig config) ->
                        config.listener("Index", set -> {}).listener("index", set -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two listeners are called 'index'");
        assertThatThrownBy(() -> Crm.open((CrmConfig config) -> config.listener(" ", set -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no name of a listener");
    }
}
