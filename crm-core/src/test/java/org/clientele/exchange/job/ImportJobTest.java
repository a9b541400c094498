package org.clientele.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.Importer;
import org.clientele.exchange.row.Fingerprint;
import org.clientele.exchange.row.Problem;
import org.clientele.exchange.row.Row;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.RowSink;
import org.clientele.exchange.row.RowSource;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Imports that are interrupted and go on. */
class ImportJobTest {

    private final Ticking clock = new Ticking();
    private final Crm crm =
            Crm.open(config -> config.clock(clock).access(RolePolicy.of(Role.administrator("administrator"))));
    private final Organization acme = crm.asSystem().save(new Organization("Acme"));
    private final Session sales = crm.as(crm.asSystem()
            .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));

    /** A clock that goes on when it is told to. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:15:30Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Names, of which reading one may fail, and the names that were refused. */
    private static final class Names implements RowSource {

        private final String name;
        private final List<String> names;
        private final List<String> refused = new ArrayList<>();
        private @Nullable String breaksAt;

        Names(String name, String... names) {
            this.name = name;
            this.names = Arrays.asList(names);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public @Nullable Path file() {
            return null;
        }

        @Override
        public Fingerprint fingerprint() {
            return Fingerprint.of(names.toString().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public RowSink rejects(Path file) {
            List<String> written = new ArrayList<>();
            return new RowSink() {
                @Override
                public void write(List<String> cells) {
                    written.add(String.join(": ", cells));
                }

                @Override
                public void finish() {
                    refused.clear();
                    refused.addAll(written);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Rows open() {
            int[] next = {0};
            return new Rows() {
                @Override
                public List<String> header() {
                    return List.of("Name");
                }

                @Override
                public @Nullable Row next() {
                    if (next[0] == names.size()) {
                        return null;
                    } else if (names.get(next[0]).equals(breaksAt)) {
                        throw new IllegalStateException("the disk is gone");
                    }
                    String cell = names.get(next[0]++);
                    return new Row(next[0], next[0] + 1L, List.of(cell));
                }

                @Override
                public long processed() {
                    return next[0];
                }

                @Override
                public OptionalLong total() {
                    return OptionalLong.of(names.size());
                }

                @Override
                public void close() {}
            };
        }
    }

    private static Importer<Account> accounts(Session session, Consumer<ImportLayout<Account>> more) {
        return session.importer(
                Account.TYPE,
                layout -> more.accept(layout.column("Name", Account.NAME).commitEvery(2)));
    }

    private List<String> names() {
        return sales.select(Account.TYPE).orderBy(Account.NAME.asc()).list().stream()
                .map(account -> String.valueOf(account.getName()))
                .toList();
    }

    private long steps() {
        return crm.asSystem().select(ImportStep.TYPE).count();
    }

    private void interrupt(Importer<Account> importer, Names source, String at) {
        source.breaksAt = at;
        assertThatThrownBy(() -> importer.run(source)).hasMessage("the disk is gone");
        source.breaksAt = null;
        source.refused.clear();
    }

    @Test
    void whatWasDoneBeforeAnInterruptionIsNotDoneAgain() {
        Names source = new Names("names", "Ann", "Bob", "Cy", "Dee", "Eve");
        interrupt(accounts(sales, layout -> {}), source, "Dee");
        assertThat(names()).containsExactly("Ann", "Bob");
        assertThat(steps()).isEqualTo(1);
        assertThat(accounts(sales, layout -> {}).rehearse(source))
                .hasToString("5 read: 5 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
        ImportReport report = accounts(sales, layout -> {}).run(source);
        assertThat(report).hasToString("5 read: 5 created, 0 updated, 0 unchanged, 0 skipped, 0 failed");
        assertThat(report.receipt()).hasSize(3);
        assertThat(names()).containsExactly("Ann", "Bob", "Cy", "Dee", "Eve");
        assertThat(steps()).isZero();
        sales.undo(report.receipt()).orThrow();
        assertThat(names()).isEmpty();
    }

    @Test
    void anImportAtItsEndBeginsAnewAndChangesNothing() {
        Names source = new Names("names", "Ann", "Bob", "Cy");
        Importer<Account> importer = accounts(sales, layout -> layout.matchOn(Account.NAME));
        importer.run(source);
        ImportReport again = importer.run(source);
        assertThat(again).hasToString("3 read: 0 created, 0 updated, 3 unchanged, 0 skipped, 0 failed");
        assertThat(again.receipt()).isEmpty();
    }

    @Test
    void rowsThatWereRefusedBeforeAnInterruptionAreStillRefusedAfterIt() {
        String nul = "\u0000%,\\\ud83d";
        Names source = new Names("names", "Ann", "", "Cy", "", "Eve");
        Importer<Account> importer = accounts(
                sales,
                layout -> layout.rejectsTo(Path.of("refused")).derive((row, account) -> {
                    if (row.cell("Name").equals("Cy")) {
                        throw new IllegalArgumentException(nul);
                    }
                }));
        interrupt(importer, source, "Eve");
        ImportReport report = importer.run(source);
        assertThat(report).hasToString("5 read: 2 created, 0 updated, 0 unchanged, 0 skipped, 3 failed");
        assertThat(names()).containsExactly("Ann", "Eve");
        assertThat(report.failures()).extracting(RowOutcome.Failed::number).containsExactly(2L, 3L, 4L);
        assertThat(report.failures().get(1).problems()).containsExactly(new Problem(null, null, nul));
        assertThat(source.refused)
                .containsExactly(
                        "Refused because: Name",
                        "Name: name is missing; give one: ",
                        nul + ": Cy",
                        "Name: name is missing; give one: ");
    }

    @Test
    void anotherFileUnderTheSameNameIsRefusedUntilTheFirstOneIsGivenUp() {
        Names source = new Names("names", "Ann", "", "Cy", "Dee");
        Importer<Account> importer = accounts(sales, layout -> {});
        interrupt(importer, source, "Cy");
        Names mended = new Names("names", "Ann", "Bob", "Cy", "Dee");
        assertThatThrownBy(() -> importer.run(mended))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        "names is not the file whose import was interrupted after row 2; put that one back to go on with"
                                + " it, or give its import up: giveUp(...)");
        ImportReport given = importer.giveUp(mended);
        assertThat(given)
                .hasToString("2 read: 1 created, 0 updated, 0 unchanged, 0 skipped, 1 failed; given up after row 2");
        assertThat(given.failures()).hasSize(1);
        sales.undo(given.receipt()).orThrow();
        assertThat(importer.run(mended).created()).isEqualTo(4);
        assertThat(importer.giveUp(mended).read()).isZero();
    }

    @Test
    void aJobWithANameGoesOnWhateverItsFileIsCalledByThen() {
        Importer<Account> importer = accounts(sales, layout -> layout.job("nightly"));
        interrupt(importer, new Names("names", "Ann", "Bob", "Cy"), "Cy");
        assertThat(importer.run(new Names("moved", "Ann", "Bob", "Cy")).created())
                .isEqualTo(3);
        assertThat(names()).containsExactly("Ann", "Bob", "Cy");
    }

    @Test
    void whatOthersImportIsAnotherJob() {
        Names source = new Names("names", "Ann", "Bob", "Cy");
        interrupt(accounts(sales, layout -> {}), source, "Cy");
        Session ivan = crm.as(crm.asSystem()
                .save(new User("ivan", "ivan@acme.example", "Ivan", "Example", acme).addRole("administrator")));
        assertThat(accounts(ivan, layout -> {}).run(source).created()).isEqualTo(3);
        assertThat(steps()).isEqualTo(1);
    }

    @Test
    void oneThatIsCancelledKeepsWhatWasCommittedAndGoesOnLater() {
        Names source = new Names("names", "Ann", "Bob", "Cy", "Dee", "Eve");
        AtomicBoolean cancelled = new AtomicBoolean();
        Importer<Account> importer = accounts(
                sales,
                layout ->
                        layout.cancelWhen(cancelled::get).onProgress(progress -> cancelled.set(progress.rows() == 4)));
        ImportReport part = importer.run(source);
        assertThat(part.stopped()).contains("stopped as asked after row 4; run it again to go on");
        assertThat(part.isClean()).isFalse();
        assertThat(names()).containsExactly("Ann", "Bob", "Cy", "Dee");
        cancelled.set(false);
        ImportReport report = importer.run(source);
        assertThat(report.stopped()).isEmpty();
        assertThat(report.receipt()).startsWith(part.receipt().toArray(UUID[]::new));
        assertThat(names()).containsExactly("Ann", "Bob", "Cy", "Dee", "Eve");
        cancelled.set(true);
        assertThat(accounts(sales, layout -> layout.cancelWhen(cancelled::get))
                        .run(source)
                        .read())
                .isZero();
    }

    @Test
    void toCancelWhatIsAtItsEndStopsNothing() {
        AtomicBoolean cancelled = new AtomicBoolean();
        ImportReport report = accounts(
                        sales, layout -> layout.cancelWhen(cancelled::get).onProgress(progress -> cancelled.set(true)))
                .run(new Names("names", "Ann", "Bob"));
        assertThat(report.stopped()).isEmpty();
        assertThat(steps()).isZero();
    }

    @Test
    void ofTwoWhoGoOnAtTheSameTimeOneIsToldToStop() {
        Names source = new Names("names", "Ann", "Bob", "Cy", "Dee", "Eve");
        Importer<Account> other = accounts(sales, layout -> {});
        AtomicBoolean once = new AtomicBoolean(true);
        Importer<Account> slow = accounts(
                sales,
                layout -> layout.onRow(outcome -> {
                    if (once.getAndSet(false)) {
                        assertThat(other.run(source).created()).isEqualTo(5);
                    }
                }));
        assertThatThrownBy(() -> slow.run(source))
                .isInstanceOf(OvertakenImportException.class)
                .hasMessageContaining("the import of names has gone on meanwhile");
        assertThat(names()).containsExactly("Ann", "Bob", "Cy", "Dee", "Eve");
        assertThat(steps()).isZero();
    }

    @Test
    void progressSaysWhatTheRowsBecameAndHowFast() {
        List<Progress> told = new ArrayList<>();
        accounts(
                        sales,
                        layout -> layout.onProgress(progress -> {
                            told.add(progress);
                            clock.now = clock.now.plusMillis(500);
                        }))
                .run(new Names("names", "Ann", "", "Cy", "Dee", "Eve"));
        assertThat(told)
                .containsExactly(
                        new Progress(2, 1, 0, 0, 0, 1, 2, OptionalLong.of(5), OptionalDouble.empty()),
                        new Progress(4, 3, 0, 0, 0, 1, 4, OptionalLong.of(5), OptionalDouble.of(8)),
                        new Progress(5, 4, 0, 0, 0, 1, 5, OptionalLong.of(5), OptionalDouble.of(5)));
    }

    @Test
    void nobodyWritesStepsByHand() {
        interrupt(accounts(sales, layout -> {}), new Names("names", "Ann", "Bob", "Cy"), "Cy");
        ImportStep step = sales.select(ImportStep.TYPE).first().orElseThrow();
        assertThatThrownBy(() -> sales.delete(step))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is written by the CRM alone");
    }
}
