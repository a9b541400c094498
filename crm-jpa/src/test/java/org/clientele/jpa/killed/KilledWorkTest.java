package org.clientele.jpa.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.journal.Replay;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at any point, again and again: no change set is ever there in part. */
class KilledWorkTest {

    private static final int KILLS = Integer.getInteger("crm.kills", 3);
    private static final long SEED = Long.getLong("crm.seed", new Random().nextLong());
    private static final int MOST_LINES = 60;

    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void whoeverKillsAProcessLosesNothingThatWasDoneAndKeepsNothingHalf() throws Exception {
        try (Database database = Database.fresh()) {
            JpaStore store = JpaStore.managing(database.factory());
            Crm crm = Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
            Session session = crm.asSystem();
            Account pattern = session.save(pattern(session));
            long before = sets(store).size();
            int next = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                List<String> told = Victim.run(
                        directory,
                        1 + random.nextInt(MOST_LINES),
                        WorkProcess.class,
                        database.url(),
                        pattern.getId().toString(),
                        String.valueOf(next));
                int done = next
                        + (int) told.stream()
                                .filter(line -> line.startsWith(WorkProcess.DONE))
                                .count();
                next = Math.toIntExact(sets(store).size() - before);
                assertThat(next).as("change sets, seed %d", SEED).isBetween(done, done + 1);
                check(session, pattern, next);
            }
            List<ChangeSet> history = sets(store);
            assertThat(history.subList(Math.toIntExact(before), history.size()))
                    .allSatisfy(set -> assertThat(set.changes()).hasSize(WorkProcess.PARTS));
            new Replay(crm.schema()).apply(history).assertIsTheStateOf(session);
        }
    }

    private static Account pattern(Session session) {
        Organization acme = session.save(new Organization("Acme"));
        User olga = session.save(new User("olga", "olga@acme.example", "Olga", "Example", acme));
        Account pattern = new Account("Acuserv");
        pattern.setOwner(Ref.to(olga));
        pattern.setOrganization(Ref.to(acme));
        return pattern;
    }

    private static List<ChangeSet> sets(JpaStore store) {
        return store.inTransaction(records -> new Journal(records).all());
    }

    private static void check(Session session, Account pattern, int sets) {
        assertThat(session.select(Account.TYPE).count()).isEqualTo(sets + 1L);
        assertThat(session.select(Contact.TYPE).count()).isEqualTo((long) sets * WorkProcess.CONTACTS);
        assertThat(session.select(Opportunity.TYPE).count()).isEqualTo(sets);
        assertThat(session.get(Account.TYPE, pattern.getId()).getDescription())
                .isEqualTo(sets == 0 ? null : String.valueOf(sets - 1));
    }
}
