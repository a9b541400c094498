package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.exchange.ImportLayout;
import org.clientele.exchange.job.ImportReport;
import org.clientele.exchange.job.ImportStep;
import org.clientele.exchange.job.OvertakenImportException;
import org.clientele.exchange.row.RowOutcome;
import org.clientele.exchange.row.UnreadableFileException;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Visit;

/**
 * The laws of imports that are interrupted, over the worlds and sheets of {@link ExchangeLaws}. Extend it and give a store;
 * each try opens CRMs of its own on empty ones.
 */
public abstract class ImportJobLaws {

    private static final int TRIES = 12;
    private static final int DEATHS = 3;
    private static final int MOST_TRANSACTIONS = 12;

    /** An empty store each time it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** What a world, a sheet and its interruptions are made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(300);
    }

    /** A world on a store that may die, and an import into it. */
    private final class Case {

        final DyingStore store = new DyingStore(newStore());
        final Dice dice;
        final Sheet sheet;
        final Consumer<ImportLayout<Visit>> layout;
        final MergeWorld world;

        Case(List<Integer> numbers) {
            dice = new Dice(numbers);
            sheet = VisitSheets.mixedSheet(dice);
            layout = VisitSheets.anyLayout(dice);
            world = new MergeWorld(store, RolePolicy.of(Role.administrator("administrator")), dice);
        }

        ImportReport run(Sheet from) {
            return world.session.importer(Visit.TYPE, layout).run(from);
        }

        long steps() {
            return world.crm.asSystem().select(ImportStep.TYPE).count();
        }

        /** The whole world, without identities. */
        String told() {
            Rows rows = Rows.of(world.crm);
            return rows.named(world.crm, rows.names());
        }
    }

    @Property(tries = TRIES)
    void anImportThatDiesAndIsRunAgainIsAsIfRunOnce(@ForAll("dice") List<Integer> numbers) {
        Case once = new Case(numbers);
        Rows before = Rows.withoutHistory(once.world.crm);
        ImportReport expected = once.run(once.sheet);
        String told = once.told();
        List<List<String>> refused = once.sheet.refusedTo(VisitSheets.REFUSED).rows();
        assertThat(once.steps()).isZero();
        once.world.session.undo(expected.receipt());
        assertThat(Rows.withoutHistory(once.world.crm).differencesFrom(before)).isEmpty();

        Case died = new Case(numbers);
        Rows untouched = Rows.withoutHistory(died.world.crm);
        ImportReport report = runUntilItEnds(died, expected);

        assertThat(VisitSheets.withoutReceipt(report)).isEqualTo(VisitSheets.withoutReceipt(expected));
        assertThat(died.told()).isEqualTo(told);
        assertThat(died.sheet.refusedTo(VisitSheets.REFUSED).rows()).isEqualTo(refused);
        assertThat(died.steps()).isZero();
        died.world.session.undo(report.receipt());
        assertThat(Rows.withoutHistory(died.world.crm).differencesFrom(untouched))
                .as("the receipt has all that was written")
                .isEmpty();
    }

    private static ImportReport runUntilItEnds(Case interrupted, ImportReport expected) {
        for (int death = 0; death < DEATHS; death++) {
            Optional<ImportReport> report = runUntilItDies(interrupted);
            if (report.isPresent()) {
                return report.get();
            }
            checkRehearsal(interrupted, expected);
        }
        return interrupted.run(interrupted.sheet);
    }

    private static Optional<ImportReport> runUntilItDies(Case interrupted) {
        Dice dice = interrupted.dice;
        DyingStore.Way way = dice.pick(List.of(DyingStore.Way.values()));
        if (dice.oneIn(4)) {
            interrupted.sheet.breakAt(dice.below(interrupted.sheet.rows().size()));
        }
        interrupted.store.dieAfter(dice.below(MOST_TRANSACTIONS), way);
        try {
            return Optional.of(interrupted.run(interrupted.sheet));
        } catch (DyingStore.Death | OvertakenImportException ended) {
            return Optional.empty();
        } finally {
            interrupted.sheet.mend();
            interrupted.store.live();
        }
    }

    /** What is rehearsed is what is left to be done, and the report is that of all. */
    private static void checkRehearsal(Case interrupted, ImportReport expected) {
        Rows before = Rows.of(interrupted.world.crm);
        ImportReport rehearsal = interrupted
                .world
                .session
                .importer(Visit.TYPE, interrupted.layout)
                .rehearse(interrupted.sheet);
        assertThat(Rows.of(interrupted.world.crm)).isEqualTo(before);
        assertThat(rehearsal).isEqualTo(VisitSheets.withoutReceipt(expected));
    }

    @Property(tries = TRIES)
    void anImportThatIsCancelledGoesOnWhereItStopped(@ForAll("dice") List<Integer> numbers) {
        Case once = new Case(numbers);
        ImportReport expected = once.run(once.sheet);
        String told = once.told();

        Case cancelled = new Case(numbers);
        ImportReport report = runUntilCancelled(cancelled);
        for (int more = 1; more < DEATHS && isCancelled(report); more++) {
            assertThat(report.read())
                    .isEqualTo(report.created()
                            + report.updated()
                            + report.unchanged()
                            + report.skipped()
                            + report.failed());
            report = runUntilCancelled(cancelled);
        }
        if (isCancelled(report)) {
            report = cancelled.run(cancelled.sheet);
        }

        assertThat(VisitSheets.withoutReceipt(report)).isEqualTo(VisitSheets.withoutReceipt(expected));
        assertThat(report.receipt()).hasSameSizeAs(expected.receipt());
        assertThat(cancelled.told()).isEqualTo(told);
        assertThat(cancelled.steps()).isZero();
    }

    /** Lets it commit a few times. */
    private static ImportReport runUntilCancelled(Case cancelled) {
        AtomicInteger commits = new AtomicInteger(1 + cancelled.dice.below(3));
        return cancelled
                .world
                .session
                .importer(Visit.TYPE, layout -> {
                    cancelled.layout.accept(layout);
                    layout.cancelWhen(() -> commits.getAndDecrement() == 0);
                })
                .run(cancelled.sheet);
    }

    private static boolean isCancelled(ImportReport report) {
        return report.stopped().orElse("").startsWith("stopped as asked after row ");
    }

    @Property(tries = TRIES)
    void anotherSheetUnderTheSameJobIsRefusedUntilTheFirstIsGivenUp(@ForAll("dice") List<Integer> numbers) {
        Case interrupted = new Case(numbers);
        Optional<ImportReport> ended = runUntilItDies(interrupted);
        List<List<String>> other = new ArrayList<>(interrupted.sheet.rows());
        other.add(List.of("Another", "", "", "", "", "", ""));
        long begun = interrupted.steps();
        if (ended.isPresent()) {
            assertThat(begun).isZero();
        } else if (begun > 0) {
            Rows before = Rows.of(interrupted.world.crm);
            assertThatThrownBy(() -> interrupted.run(Sheet.of(other)))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageContaining("is not the file whose import was interrupted after row");
            assertThatThrownBy(() -> interrupted
                            .world
                            .session
                            .importer(Visit.TYPE, interrupted.layout)
                            .rehearse(Sheet.of(other)))
                    .isInstanceOf(UnreadableFileException.class);
            assertThat(Rows.of(interrupted.world.crm)).isEqualTo(before);
            ImportReport done = interrupted
                    .world
                    .session
                    .importer(Visit.TYPE, interrupted.layout)
                    .giveUp(Sheet.of(other));
            assertThat(done.failures()).extracting(RowOutcome.Failed::number).doesNotHaveDuplicates();
            assertThat(done.stopped()).contains("given up after row " + done.read());
            assertThat(interrupted.steps()).isZero();
        }
        assertThat(interrupted.run(Sheet.of(other)).read()).isPositive();
    }
}
