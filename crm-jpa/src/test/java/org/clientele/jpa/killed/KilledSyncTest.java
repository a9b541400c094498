package org.clientele.jpa.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.clientele.Crm;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A synchronisation in both ways, in a process of its own that is killed at any point, again and again, and begun again each time.
 * How often is the system property {@code crm.kills}; {@code crm.seed} does what a failed run did.
 */
class KilledSyncTest {

    private static final int KILLS = Integer.getInteger("crm.kills", 3);
    private static final long SEED = Long.getLong("crm.seed", new Random().nextLong());
    private static final int KILLS_OF_ONE_SYNCHRONISATION = 10;
    private static final int MOST_LINES = 90;

    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    /**
     * What either side has, without identities, each in order. What waits is left out here: a visit that now has no subject, or
     * follows such a one, stays as it was when it could be taken last, and that depends on what came in together.
     */
    private record World(List<String> here, List<String> there) {

        static World of(Crm crm, FileRemote remote) {
            List<Visit> visits = crm.asSystem().select(Visit.TYPE).list();
            Map<UUID, String> names = new HashMap<>();
            visits.forEach(visit -> names.put(visit.getId(), visit.getSubject()));
            Set<String> waiting = remote.waiting();
            List<String> here = new ArrayList<>();
            for (Visit visit : visits) {
                Ref<Visit> follows = visit.getFollows();
                if (waiting.contains(visit.getSubject())) {
                    assertThat(remote.minutes(visit.getSubject())).contains(String.valueOf(visit.getMinutes()));
                } else {
                    here.add(visit.getSubject() + " " + visit.getMinutes() + " "
                            + (follows == null ? "" : names.get(follows.id())));
                }
            }
            here.sort(null);
            return new World(here, remote.lastStates());
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void whoeverKillsASynchronisationOnlyDelaysIt() throws Exception {
        Path file = directory.resolve("visits");
        FileRemote.write(file, random);
        World expected = undisturbed(file);
        // how many wait is left to chance
        assertThat(expected.here).as("seed %d", SEED).hasSizeGreaterThan(FileRemote.VISITS / 2);
        assertThat(expected.there).as("seed %d", SEED).hasSizeGreaterThanOrEqualTo(expected.here.size());
        int kills = 0;
        while (kills < KILLS) {
            kills += check(file, expected, Math.min(KILLS - kills, KILLS_OF_ONE_SYNCHRONISATION));
        }
    }

    private World undisturbed(Path file) throws Exception {
        try (Database database = Database.fresh()) {
            Crm crm = VisitFile.open(JpaStore.managing(database.factory()));
            FileRemote remote = prepared(crm, file);
            while (!isOver(crm, remote)) {
                continue;
            }
            return World.of(crm, remote);
        }
    }

    /** Visits that are matched, with other minutes than there, and some that the remote does not have. */
    private FileRemote prepared(Crm crm, Path file) throws Exception {
        VisitFile.prepare(crm);
        return new FileRemote(Files.copy(file, directory.resolve("visits-" + UUID.randomUUID())));
    }

    /** Runs once; whether there was nothing left to do. */
    private static boolean isOver(Crm crm, FileRemote remote) {
        int lines = remote.rows().size();
        var report = SyncProcess.run(crm, remote).of("visits");
        assertThat(report.message()).isEmpty();
        return report.counts().read() == 0 && remote.rows().size() == lines;
    }

    /** Synchronises a new database; how often that was killed. */
    private int check(Path file, World expected, int most) throws Exception {
        try (Database database = Database.fresh()) {
            Crm crm = VisitFile.open(JpaStore.managing(database.factory()));
            FileRemote remote = prepared(crm, file);
            int kills = 0;
            for (int i = 0; i < most; i++) {
                int lines = random.nextInt(MOST_LINES) + 1;
                List<String> told = Victim.run(
                        directory,
                        lines,
                        SyncProcess.class,
                        database.url(),
                        remote.path().toString());
                kills += told.size() > lines ? 1 : 0;
            }
            while (!isOver(crm, remote)) {
                continue;
            }
            assertThat(World.of(crm, remote)).as("seed %d", SEED).isEqualTo(expected);
            return Math.max(kills, 1);
        }
    }
}
