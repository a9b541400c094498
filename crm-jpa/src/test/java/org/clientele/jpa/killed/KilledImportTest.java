package org.clientele.jpa.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.clientele.Crm;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.ImportStep;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import in a process of its own that is killed at any point, again and again, and goes on each time. How often is the
 * system property {@code crm.kills}; {@code crm.seed} does what a failed run did.
 */
class KilledImportTest {

    private static final int KILLS = Integer.getInteger("crm.kills", 3);
    private static final long SEED = Long.getLong("crm.seed", new Random().nextLong());
    private static final int KILLS_OF_ONE_IMPORT = 10;
    private static final int MOST_LINES = 40;
    /** By then the import has committed something. */
    private static final int FIRST_LINES = 24;

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Random random = new Random(SEED);

    @TempDir
    private Path directory;

    /** What there is after an import, without identities, and what was told of it. */
    private record World(List<String> visits, List<String> history, List<String> refused) {

        static World of(Crm crm, RecordStore store, Path refused) throws IOException {
            Map<String, String> names = new HashMap<>();
            name(crm, User.TYPE, names);
            name(crm, Visit.TYPE, names);
            List<String> visits = crm.asSystem().select(Visit.TYPE).orderBy(Visit.SUBJECT.asc()).list().stream()
                    .map(visit -> named(
                            visit.getSubject() + " " + visit.getMinutes() + " " + visit.getConfirmed() + " "
                                    + visit.getFollows() + " " + visit.getOwner(),
                            names))
                    .toList();
            List<String> history = new ArrayList<>();
            for (ChangeSet set : store.inTransaction(records -> new Journal(records).all())) {
                set.changes()
                        .forEach(change -> history.add(named(
                                set.reason() + ": " + change.action() + " " + change.name() + " " + change.deltas(),
                                names)));
                history.add("");
            }
            return new World(visits, history, Files.readAllLines(refused));
        }

        private static <R extends CrmRecord> void name(Crm crm, EntityType<R> type, Map<String, String> names) {
            crm.asSystem()
                    .select(type)
                    .list()
                    .forEach(record -> names.put(record.getId().toString(), type.nameOf(record)));
        }

        private static String named(String text, Map<String, String> names) {
            return IDENTITY.matcher(text).replaceAll(found -> names.getOrDefault(found.group(), "other"));
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void whoeverKillsAnImportOnlyDelaysIt() throws Exception {
        Path file = directory.resolve("visits.tab");
        VisitFile.write(file, random);
        ImportReport report;
        World expected;
        try (Database database = Database.fresh()) {
            RecordStore store = JpaStore.managing(database.factory());
            Crm crm = VisitFile.open(store);
            VisitFile.prepare(crm);
            report = VisitFile.run(crm, file, directory.resolve("refused.tab"));
            expected = World.of(crm, store, directory.resolve("refused.tab"));
        }
        assertThat(report.failed()).isPositive();
        assertThat(report.receipt()).hasSizeGreaterThan(KILLS_OF_ONE_IMPORT);
        int kills = 0;
        while (kills < KILLS) {
            kills += checkImport(file, report, expected, KILLS - kills);
        }
    }

    /** Imports into a new database; how often that was killed. */
    private int checkImport(Path file, ImportReport report, World expected, int most) throws Exception {
        Path refused = directory.resolve("refused-" + UUID.randomUUID() + ".tab");
        try (Database database = Database.fresh()) {
            RecordStore store = JpaStore.managing(database.factory());
            Crm crm = VisitFile.open(store);
            VisitFile.prepare(crm);
            int kills = 0;
            boolean isOver = false;
            while (!isOver) {
                boolean spared = kills == Math.min(most, KILLS_OF_ONE_IMPORT);
                int lines = random.nextInt(MOST_LINES) + (kills == 0 ? FIRST_LINES : 0);
                Optional<String> last = run(database, file, refused, spared ? Integer.MAX_VALUE : lines);
                last.ifPresent(line -> assertThat(line).as("seed %d", SEED).isEqualTo(report.toString()));
                kills += last.isPresent() ? 0 : 1;
                isOver = last.isPresent() || hasEnded(crm, store, report);
                assertThat(isOver || kills > 1 || steps(crm) > 0)
                        .as("the first kill interrupts the import, seed %d", SEED)
                        .isTrue();
            }
            assertThat(World.of(crm, store, refused)).as("seed %d", SEED).isEqualTo(expected);
            assertThat(steps(crm)).isZero();
            return kills;
        }
    }

    /** Whether the kill came too late. */
    private static boolean hasEnded(Crm crm, RecordStore store, ImportReport report) {
        long imported = store.inTransaction(records -> new Journal(records)
                .all().stream().filter(set -> set.reason().startsWith("import")).count());
        return imported == report.receipt().size() && steps(crm) == 0;
    }

    private static long steps(Crm crm) {
        return crm.asSystem().select(ImportStep.TYPE).count();
    }

    /** Runs the import in a process that is killed after so many lines; its last line if it came to its end before. */
    private Optional<String> run(Database database, Path file, Path refused, int lines) throws Exception {
        List<String> told =
                Victim.run(directory, lines, ImportProcess.class, database.url(), file.toString(), refused.toString());
        return told.size() > lines ? Optional.empty() : Optional.of(told.get(told.size() - 1));
    }
}
