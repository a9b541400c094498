package org.clientele.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.Owner;
import org.clientele.organization.User;
import org.clientele.sales.Lead;
import org.clientele.store.RecordStore;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.Worlds;
import org.clientele.undo.Undo;
import org.clientele.value.Ref;

/** That what a call does to many records at once is taken back as one; part of {@link UndoLaws}. */
abstract class UndoOfWorkLaws extends UndoExamples {

    private static final int TRIES = 12;

    @Override
    protected abstract RecordStore newStore();

    @Provide
    Arbitrary<Blueprint> worlds() {
        return Worlds.standard();
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Worlds.numbers();
    }

    @Property(tries = TRIES)
    void theConversionOfALeadIsTakenBackWhollyAndAgain(@ForAll("worlds") Blueprint blueprint) {
        UndoCase done = new UndoCase(blueprint, newStore());
        User olga = done.world.made(User.TYPE).get(0);
        Lead sure = new Lead("Oro Inc.");
        sure.setCompanyName("Acuserv");
        sure.setFirstName("Grace");
        sure.setOwner(Ref.to(olga));
        sure.setOrganization(olga.getOrganizations().iterator().next());
        done.system.save(sure);
        int converted = 0;
        for (Lead lead : done.system.select(Lead.TYPE).list()) {
            Map<UUID, Map<String, Object>> before = done.state();
            Optional<UUID> changeSet = done.done(
                    session -> session.apply(session.planConversion(lead, choices -> choices.notes("By telephone")))
                            .orThrow());
            if (changeSet.isPresent()) {
                checkBackAndForth(done, changeSet.get(), before);
                converted++;
            }
        }
        assertThat(converted).isPositive();
    }

    @Property(tries = TRIES)
    void aHandOverIsTakenBackWhollyAndAgain(
            @ForAll("worlds") Blueprint blueprint, @ForAll("numbers") int from, @ForAll("numbers") int to) {
        UndoCase done = new UndoCase(blueprint, newStore());
        Organization acme = done.world.made(Organization.TYPE).get(0);
        User ann = done.system.save(new User("ann", "ann@acme.example", "Ann", "Example", acme));
        User bob = done.system.save(new User("bob", "bob@acme.example", "Bob", "Example", acme));
        for (String name : List.of("Acuserv", "Body Toning")) {
            Account account = new Account(name);
            account.setOwner(Ref.to(ann));
            account.setOrganization(Ref.to(acme));
            done.system.save(account);
        }
        assertThat(handOver(done, ann, bob)).isTrue();
        handOver(done, User.TYPE, from, to);
        handOver(done, BusinessUnit.TYPE, from, to);
        handOver(done, Organization.TYPE, from, to);
    }

    private static <O extends CrmRecord & Owner<O>> void handOver(UndoCase done, EntityType<O> type, int from, int to) {
        done.world
                .pick(type, from)
                .ifPresent(giving ->
                        handOver(done, giving, done.world.pick(type, to).orElseThrow()));
    }

    private static <O extends CrmRecord & Owner<O>> boolean handOver(UndoCase done, O from, O to) {
        Map<UUID, Map<String, Object>> before = done.state();
        Optional<UUID> changeSet = done.done(session -> session.handOver(from, to));
        changeSet.ifPresent(set -> checkBackAndForth(done, set, before));
        return changeSet.isPresent();
    }

    static void checkBackAndForth(UndoCase done, UUID changeSet, Map<UUID, Map<String, Object>> before) {
        Map<UUID, Map<String, Object>> after = done.state();
        Undo plan = done.system.planUndo(changeSet);
        assertThat(done.state()).as("after the plan").isEqualTo(after);
        Undo undo = done.system.undo(changeSet);
        assertThat(undo.kept()).as("%s", undo).isEmpty();
        assertThat(undo.blocked()).as("%s", undo).isEmpty();
        assertThat(plan.restored()).isEqualTo(undo.restored());
        assertThat(plan.receipt()).isEmpty();
        assertThat(done.state()).as("%s", undo).isEqualTo(before);
        int told = done.journal().size();
        Undo again = done.system.undo(changeSet);
        assertThat(again.isNothing()).as("%s", again).isTrue();
        assertThat(again.receipt()).isEmpty();
        assertThat(done.journal()).hasSize(told);
        assertThat(done.journal().get(told - 1).undoes()).isEqualTo(changeSet);
        Undo redo = done.system.undo(undo.receipt().orElseThrow()).orThrow();
        assertThat(done.state()).as("%s", redo).isEqualTo(after);
        done.recount();
        assertThat(done.state()).as("recounted").isEqualTo(after);
    }
}
