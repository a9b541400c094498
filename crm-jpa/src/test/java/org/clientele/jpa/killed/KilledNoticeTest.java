package org.clientele.jpa.killed;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.notice.Notice;
import org.clientele.organization.Organization;
import org.clientele.testkit.journal.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process committed and did not deliver before it was killed ({@code kill -9}) the next one delivers: nothing is lost, in
 * order. How often it is killed: {@code -Dcrm.kills=30}.
 */
class KilledNoticeTest {

    private static final int KILLS = Integer.getInteger("crm.kills", 3);
    private static final long SEED = Long.getLong("crm.seed", new Random().nextLong());
    private static final int MOST_LINES = 60;
    private static final int MOST_HEARD = 8;
    private static final int LINES_ENOUGH = 1000;

    private final Random random = new Random(SEED);
    private final List<UUID> heard = new ArrayList<>();
    private int leftBehind;

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void whoeverKillsAProcessBetweenCommitAndDeliveryLosesNothing() throws Exception {
        try (Database database = Database.fresh()) {
            JpaStore store = JpaStore.managing(database.factory());
            Crm crm = Crm.open(store, config -> config.listener("output", set -> heard.add(set.id())));
            Session session = crm.asSystem();
            List<String> arguments = new ArrayList<>(List.of(database.url(), "", ""));
            for (String name : List.of("Acme", "Body Toning", "Big Bear Stores")) {
                arguments.add(session.save(new Organization(name)).getId().toString());
            }
            for (int kill = 0; kill < 2 * KILLS; kill++) {
                arguments.set(1, String.valueOf(random.nextLong()));
                boolean isBetween = kill % 2 == 0;
                kill(arguments, isBetween);
                boolean hasLeft = session.select(Notice.TYPE).count() > 0;
                assertThat(hasLeft || !isBetween).as("seed %d", SEED).isTrue();
                leftBehind += hasLeft ? 1 : 0;
                if (random.nextBoolean()) {
                    crm.deliver();
                    assertThat(session.select(Notice.TYPE).count()).isZero();
                    check(crm, store);
                }
            }
            crm.deliver();
            check(crm, store);
            System.out.println("killed " + KILLS + " times between commit and delivery and " + KILLS
                    + " times anywhere, of which " + leftBehind
                    + " left something that was committed and not struck off; " + heard.size() + " deliveries of "
                    + new LinkedHashSet<>(heard).size() + " change sets");
        }
    }

    /** Kills it while the listener is about to take what was committed, or anywhere. */
    private void kill(List<String> arguments, boolean isBetween) throws Exception {
        arguments.set(2, String.valueOf(isBetween ? random.nextInt(MOST_HEARD) : Integer.MAX_VALUE));
        List<String> told = Victim.run(
                directory,
                isBetween ? LINES_ENOUGH : 1 + random.nextInt(MOST_LINES),
                NoticeProcess.class,
                arguments.toArray(String[]::new));
        told.stream()
                .filter(line -> line.startsWith(NoticeProcess.HEARD))
                .forEach(line -> heard.add(UUID.fromString(line.substring(NoticeProcess.HEARD.length()))));
    }

    private void check(Crm crm, JpaStore store) {
        List<ChangeSet> committed = store.inTransaction(records -> new Journal(records).all());
        Map<UUID, ChangeSet> byId = committed.stream().collect(toMap(ChangeSet::id, set -> set));
        Set<UUID> first = new LinkedHashSet<>(heard);
        assertThat(first).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(byId.keySet());
        new Replay(crm.schema()).apply(first.stream().map(byId::get).toList()).assertIsTheStateOf(crm.asSystem());
    }
}
