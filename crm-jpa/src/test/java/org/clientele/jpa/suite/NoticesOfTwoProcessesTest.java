package org.clientele.jpa.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.organization.Organization;
import org.clientele.store.StaleRecordException;
import org.clientele.testkit.journal.Hearing;
import org.clientele.testkit.store.AtOnce;
import org.junit.jupiter.api.Test;

/** Two processes on one database, which know nothing of each other: a listener of both is told by one at a time, in order. */
class NoticesOfTwoProcessesTest {

    private static final int WRITERS = 3;
    private static final int TIMES = 25;
    private static final long SEED = Long.getLong("crm.seed", new Random().nextLong());

    @Test
    void aListenerIsToldByOneProcessAtATimeAndInOrder() throws Exception {
        Hearing listener = new Hearing(new Random(SEED), 1);
        JpaStore store = Database.shared().emptyStore();
        List<Crm> processes = List.of(
                Crm.open(store, config -> config.listener("both", listener)),
                Crm.open(JpaStore.managing(Database.shared().factory()), config -> config.listener("both", listener)));
        Session system = processes.get(0).asSystem();
        List<Organization> organizations =
                List.of(system.save(new Organization("Acme")), system.save(new Organization("Body Toning")));
        List<Callable<Object>> works = new ArrayList<>();
        for (Crm process : processes) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = works.size();
                works.add(() -> write(process, organizations, number));
            }
            works.add(() -> {
                for (int i = 0; i < TIMES; i++) {
                    process.deliver();
                }
                return "delivered";
            });
        }
        assertThat(AtOnce.run(works)).as("seed %d", SEED).containsOnly("written", "delivered");
        listener.recover();
        processes.forEach(Crm::deliver);
        List<ChangeSet> committed = store.inTransaction(records -> new Journal(records).all());
        assertThat(committed).hasSize(2 + 2 * WRITERS * TIMES);
        listener.assertHeard(committed, processes.get(0).schema(), system);
    }

    private static Object write(Crm process, List<Organization> organizations, int number) {
        Random random = new Random(SEED + number);
        for (int i = 0; i < TIMES; i++) {
            while (!isWritten(process, organizations.get(random.nextInt(2)), number + "." + i)) {
                Thread.onSpinWait();
            }
        }
        return "written";
    }

    private static boolean isWritten(Crm process, Organization organization, String description) {
        try {
            process.asSystem().inTransaction(tx -> {
                Organization own = tx.get(Organization.TYPE, organization.getId());
                own.setDescription(description);
                tx.save(own);
            });
            return true;
        } catch (StaleRecordException late) {
            return false;
        }
    }
}
