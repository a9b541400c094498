package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.exchange.job.ImportStep;
import org.clientele.exchange.job.JointImport;
import org.clientele.exchange.job.JointReport;
import org.clientele.exchange.job.OvertakenImportException;
import org.clientele.store.RecordStore;

/**
 * The laws of several imports as one, over sheets of accounts, contacts and a host's visits whose rows name each other in any
 * order. Extend it and give a store; each try opens CRMs of its own on empty ones.
 */
public abstract class JointImportLaws {

    private static final int TRIES = 8;
    private static final int DEATHS = 3;
    private static final int MOST_TRANSACTIONS = 14;

    /** An empty store each time it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** What sheets and interruptions are made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(300);
    }

    /** A world on a store that may die, and sheets to be imported into it. */
    private final class Case {

        final Dice dice;
        final DyingStore store = new DyingStore(newStore());
        final MergeWorld world;
        final NamingSheets sheets;
        final JointImport all;

        Case(List<Integer> numbers) {
            dice = new Dice(numbers);
            world = new MergeWorld(store, RolePolicy.of(Role.administrator("administrator")), dice);
            sheets = new NamingSheets(dice);
            all = sheets.of(world.session);
        }

        long steps() {
            return world.crm.asSystem().select(ImportStep.TYPE).count();
        }
    }

    @Property(tries = TRIES)
    void everyRowIsDoneWhoseNamesAreBroughtInWhateverOrder(@ForAll("dice") List<Integer> numbers) {
        Case once = new Case(numbers);
        Rows before = Rows.of(once.world.crm);
        JointReport rehearsal = once.all.rehearse();
        assertThat(Rows.of(once.world.crm)).isEqualTo(before);
        JointReport done = once.all.run();
        assertThat(NamingSheets.withoutReceipts(done)).isEqualTo(NamingSheets.withoutReceipts(rehearsal));
        assertThat(once.sheets.refusedBy(done)).isEqualTo(once.sheets.impossible());
        assertThat(once.sheets.found(once.world.session)).isEqualTo(once.sheets.possible());
        assertThat(once.steps()).isZero();

        Rows then = Rows.of(once.world.crm);
        JointReport again = once.all.run();
        assertThat(Rows.of(once.world.crm)).as("again").isEqualTo(then);
        assertThat(again.receipt()).isEmpty();
        assertThat(once.sheets.refusedBy(again)).isEqualTo(once.sheets.impossible());

        once.world.session.undo(done.receipt());
        assertThat(once.sheets.found(once.world.session)).isEmpty();
    }

    @Property(tries = TRIES)
    void severalThatDieAndAreRunAgainAreAsIfRunOnce(@ForAll("dice") List<Integer> numbers) {
        Case once = new Case(numbers);
        JointReport expected = once.all.run();
        String told = told(once);

        Case died = new Case(numbers);
        Rows untouched = Rows.withoutHistory(died.world.crm);
        JointReport report = runUntilItEnds(died);

        assertThat(NamingSheets.withoutReceipts(report)).isEqualTo(NamingSheets.withoutReceipts(expected));
        assertThat(told(died)).isEqualTo(told);
        assertThat(died.sheets.refusedRows()).isEqualTo(once.sheets.refusedRows());
        assertThat(died.steps()).isZero();
        died.world.session.undo(report.receipt());
        assertThat(Rows.withoutHistory(died.world.crm).differencesFrom(untouched))
                .as("the receipt has all that was written")
                .isEmpty();
    }

    private static String told(Case one) {
        Rows rows = Rows.of(one.world.crm);
        return rows.named(one.world.crm, rows.names());
    }

    private static JointReport runUntilItEnds(Case interrupted) {
        for (int death = 0; death < DEATHS; death++) {
            Optional<JointReport> report = runUntilItDies(interrupted);
            if (report.isPresent()) {
                return report.get();
            }
        }
        return interrupted.all.run();
    }

    private static Optional<JointReport> runUntilItDies(Case interrupted) {
        Dice dice = interrupted.dice;
        DyingStore.Way way = dice.pick(List.of(DyingStore.Way.values()));
        interrupted.store.dieAfter(dice.below(MOST_TRANSACTIONS), way);
        try {
            return Optional.of(interrupted.all.run());
        } catch (DyingStore.Death | OvertakenImportException ended) {
            return Optional.empty();
        } finally {
            interrupted.store.live();
        }
    }
}
