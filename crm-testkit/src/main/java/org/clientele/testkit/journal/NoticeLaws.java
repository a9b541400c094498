package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.model.CrmException;
import org.clientele.model.InvalidRecordException;
import org.clientele.notice.Notice;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;
import org.clientele.testkit.world.Worlds;

/**
 * The laws of listeners on a store: whatever fails, each hears of every change set that was committed, in order, and of no
 * other. A store's author extends it and runs it with JUnit and jqwik, as {@link org.clientele.testkit.store.RecordStoreContract}.
 */
public abstract class NoticeLaws extends NoticeExamples {

    private static final int MOST_ACTS = 25;

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Act.any().list().ofMinSize(1).ofMaxSize(MOST_ACTS);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** A CRM with listeners on a store that breaks. */
    private static final class Case {

        final BreakingStore store;
        final Hearing sure;
        final Hearing shaky;
        final World world;
        final Session system;
        final Random random;

        Case(Blueprint blueprint, RecordStore store, long seed) {
            this.random = new Random(seed);
            this.store = new BreakingStore(store, random);
            this.sure = new Hearing(random, 0);
            this.shaky = new Hearing(random, 4);
            this.world = blueprint.build(Crm.open(
                    this.store,
                    config -> config.entity(Partner.TYPE, Visit.TYPE)
                            .access(RolePolicy.of(Worlds.ROLES.stream()
                                    .map(Role::administrator)
                                    .toArray(Role[]::new)))
                            .listener("sure", sure)
                            .listener("shaky", shaky)));
            this.system = world.crm().asSystem();
        }

        List<ChangeSet> journal() {
            return store.inTransaction(records -> new Journal(records).all());
        }

        long outstanding() {
            return system.select(Notice.TYPE).count();
        }

        /** Does one thing in one of many ways; it may be refused, taken back, rolled back or lost. */
        void perform(Act act) {
            switch (random.nextInt(8)) {
                case 0 ->
                    assertThatThrownBy(() -> system.inTransaction(tx -> {
                                act.isDone(tx, world);
                                throw new IllegalStateException("no");
                            }))
                            .isInstanceOf(IllegalStateException.class);
                case 1 -> undoLast();
                case 2 -> merge();
                case 3 -> world.crm().deliver();
                case 4 ->
                    system.changeEach(
                            system.select(Account.TYPE).list(), account -> account.setDescription(act.toString()));
                default -> act.isDone(system, world);
            }
        }

        private void undoLast() {
            List<ChangeSet> journal = journal();
            system.undo(journal.get(random.nextInt(journal.size())).id());
        }

        private void merge() {
            List<Account> accounts = system.select(Account.TYPE).list();
            if (accounts.size() > 1) {
                system.apply(system.planMerge(
                        Account.TYPE, choices -> choices.master(accounts.get(0)).absorb(accounts.get(1))));
            }
        }
    }

    @Property(tries = 25)
    void whateverFailsEachListenerHearsOfEveryChangeSetInOrderAndOfNoOther(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts, @ForAll("seeds") long seed) {
        Case done = new Case(blueprint, newStore(), seed);
        done.store.breaks(true);
        for (Act act : acts) {
            try {
                done.perform(act);
            } catch (CrmException | BreakingStore.Broken refused) {
                assertThat(refused).isNotNull();
            }
        }
        done.store.breaks(false);
        done.shaky.recover();
        done.world.crm().deliver();
        assertThat(done.outstanding()).isZero();
        for (Hearing listener : List.of(done.sure, done.shaky)) {
            listener.assertHeard(done.journal(), done.world.crm().schema(), done.system);
        }
        assertThat(done.world.crm().deliver()).isZero();
    }

    @Property(tries = 10)
    void whereNothingBreaksAListenerHearsOfEachChangeSetOnceAndWhenItsCallReturns(
            @ForAll("worlds") Blueprint blueprint, @ForAll("acts") List<Act> acts, @ForAll("seeds") long seed) {
        Case done = new Case(blueprint, newStore(), seed);
        List<Act> some = new ArrayList<>(acts);
        for (Act act : some) {
            try {
                done.perform(act);
            } catch (InvalidRecordException refused) {
                assertThat(refused).isNotNull();
            }
            assertThat(done.sure.heard()).isEqualTo(done.journal());
            assertThat(done.sure.calls()).isEqualTo(done.journal().size());
        }
    }
}
