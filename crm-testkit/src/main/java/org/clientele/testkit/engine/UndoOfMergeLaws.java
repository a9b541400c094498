package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.merge.DistinctPair;
import org.clientele.organization.UserOwned;
import org.clientele.store.RecordStore;
import org.clientele.undo.Restored;
import org.clientele.undo.Undo;
import org.clientele.value.Ref;

/** The laws of merges that are taken back, over the worlds of {@link MergeLaws}. Extend it and give a store. */
public abstract class UndoOfMergeLaws {

    private static final int TRIES = 12;
    private static final int MANY = 12;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** What a world is made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(240);
    }

    private MergeWorld world(Dice dice) {
        return new MergeWorld(newStore(), RolePolicy.of(Role.administrator("administrator")), dice);
    }

    private static void assertSame(MergeWorld world, Rows expected, Undo undo) {
        assertThat(Rows.withoutHistory(world.crm).differencesFrom(expected))
                .as("%s", undo)
                .isEmpty();
    }

    private static <R extends UserOwned> UUID merged(MergeCase<R> merge) {
        return merge.world.session.apply(merge.plan()).orThrow().receipt();
    }

    @Property(tries = TRIES)
    void aMergeIsTakenBackWhollyAndAgain(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(new Dice(numbers));
        checkBackAndForth(world, world.anyCase());
    }

    /** Counted values that were chosen are not part of it: no history tells of them, and they come back as counted. */
    private static <R extends UserOwned> void checkBackAndForth(MergeWorld world, MergeCase<R> merge) {
        world.crm.schema().folded(merge.type).forEach(property -> merge.picks.remove(property.name()));
        Session session = world.session;
        Rows before = Rows.withoutHistory(world.crm);
        UUID receipt = merged(merge);
        Rows after = Rows.withoutHistory(world.crm);
        Undo plan = session.planUndo(receipt);
        Undo undo = session.undo(receipt);
        assertThat(undo.kept()).as("%s", undo).isEmpty();
        assertThat(undo.blocked()).as("%s", undo).isEmpty();
        assertThat(plan.restored()).isEqualTo(undo.restored());
        assertSame(world, before, undo);
        assertThat(session.undo(receipt).isNothing()).isTrue();
        for (UUID absorbed : merge.absorbed()) {
            assertThat(session.distinctPairs(merge.type))
                    .as("what parted again is not offered as a duplicate")
                    .anyMatch(pair -> Set.of(absorbed, merge.master()).equals(ids(pair)));
            assertThat(world.crm.resolve(new Ref<R>(absorbed))).isEqualTo(new Ref<R>(absorbed));
        }
        for (R member : merge.members) {
            R back = session.get(merge.type, member.getId());
            assertThat(back.getCreatedAt()).isEqualTo(member.getCreatedAt());
            assertThat(back.getVersion()).isGreaterThanOrEqualTo(member.getVersion());
        }
        Undo redo = session.undo(undo.receipt().orElseThrow());
        assertThat(redo.blocked()).as("%s", redo).isEmpty();
        assertSame(world, after, redo);
        Undo late = session.undo(receipt);
        assertThat(late.receipt()).as("%s", late).isEmpty();
        assertThat(late.blocked()).as("%s", late).isNotEmpty();
        assertSame(world, after, late);
        assertThat(world.crm.resolve(new Ref<R>(merge.absorbed().get(0)))).isEqualTo(new Ref<R>(merge.master()));
        Undo back = session.undo(redo.receipt().orElseThrow());
        assertSame(world, before, back);
        world.crm.schema().types().stream()
                .filter(type -> !world.crm.schema().folded(type).isEmpty())
                .forEach(type -> world.crm.asSystem().recount(type));
        assertSame(world, before, back);
    }

    private static Set<UUID> ids(DistinctPair pair) {
        return Set.of(
                Objects.requireNonNull(pair.getOne()).id(),
                Objects.requireNonNull(pair.getOther()).id());
    }

    @Property(tries = 3)
    void referencesThatMovedTogetherMoveBackTogether(@ForAll("dice") List<Integer> numbers) {
        MergeWorld world = world(new Dice(numbers));
        Account master = world.accounts.get(0);
        Account absorbed = world.accounts.get(1);
        world.relate(MANY, absorbed);
        Rows before = Rows.withoutHistory(world.crm);
        UUID receipt = world.session
                .apply(world.session.planMerge(
                        Account.TYPE, choices -> choices.master(master).absorb(absorbed)))
                .orThrow()
                .receipt();
        Undo undo = world.session.undo(receipt).orThrow();
        assertSame(world, before, undo);
        assertThat(undo.restored())
                .filteredOn(restored -> restored.record() == null)
                .extracting(Restored::count)
                .anyMatch(count -> count >= MANY);
    }
}
