package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessDecision;
import org.clientele.access.AccessLevel;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Actor;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Question;
import org.clientele.access.RolePolicy;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.testkit.world.Blueprint;
import org.clientele.testkit.world.World;

/**
 * The laws of access, and the worked example of the documentation, on a store. A store's author extends it and runs it with
 * JUnit and jqwik, as {@link RecordStoreContract}.
 */
public abstract class AccessLaws extends RightsLaws {

    private static final String EXTRA_ROLE = "extra";

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    /** A world on a store, with the actors in it. */
    private record Stage(RecordStore store, World world, List<Actor> actors) {

        static Stage of(Blueprint blueprint, RecordStore store) {
            World world = blueprint.build(open(store, RolePolicy.of()));
            return new Stage(
                    store, world, world.sessions().stream().map(Session::actor).toList());
        }

        Crm crm() {
            return world.crm();
        }

        List<EntityType<?>> types() {
            return crm().schema().types().stream()
                    .filter(type -> !type.isAbstract())
                    .toList();
        }

        <T> T read(Function<Records, T> work) {
            return store.inTransaction(work);
        }
    }

    @Property(tries = 15)
    void theFilterSelectsExactlyWhatTheDecisionGrants(
            @ForAll("worlds") Blueprint blueprint, @ForAll("rules") List<Rule> rules, @ForAll Permission permission) {
        Stage stage = Stage.of(blueprint, newStore());
        AccessPolicy policy = policy(rules);
        long checked = stage.read(records -> {
            long seen = 0;
            for (Actor actor : stage.actors) {
                for (EntityType<?> type : stage.types()) {
                    reached(policy, actor, permission, type, records);
                    seen++;
                }
            }
            return seen;
        });
        assertThat(checked).isPositive();
    }

    @Property(tries = 15)
    void aHigherLevelNeverAllowsLess(@ForAll("worlds") Blueprint blueprint) {
        Stage stage = Stage.of(blueprint, newStore());
        for (Actor actor : stage.actors) {
            Set<CrmRecord> lower = Set.of();
            for (AccessLevel level : AccessLevel.values()) {
                Set<CrmRecord> here = reachedAt(level, actor, stage);
                assertThat(here).as(actor + " at " + level).containsAll(lower);
                lower = here;
            }
            assertThat(reachedAt(AccessLevel.NONE, actor, stage))
                    .isEqualTo(shared(actor, Permission.VIEW, stage.world));
            long all = stage.read(records -> stage.types().stream()
                    .mapToLong(type -> records.count(type, Criterion.always()))
                    .sum());
            assertThat(lower).hasSize((int) all);
        }
    }

    private static Set<CrmRecord> reachedAt(AccessLevel level, Actor actor, Stage stage) {
        RolePolicy policy = everything(EXTRA_ROLE, level, stage.crm());
        return stage.read(records -> {
            Set<CrmRecord> all = new HashSet<>();
            for (EntityType<?> type : stage.types()) {
                all.addAll(reached(policy, withRole(actor, EXTRA_ROLE), Permission.VIEW, type, records));
            }
            return all;
        });
    }

    @Property(tries = 15)
    void withoutARoleThatThePolicyKnowsOnlyWhatIsSharedIsAllowed(@ForAll("worlds") Blueprint blueprint) {
        Stage stage = Stage.of(blueprint, newStore());
        RolePolicy others = everything("known to nobody", AccessLevel.GLOBAL, stage.crm());
        boolean done = stage.read(records -> {
            for (Actor actor : stage.actors) {
                for (RolePolicy policy : List.of(RolePolicy.of(), others)) {
                    Set<CrmRecord> reached = new HashSet<>();
                    for (EntityType<?> type : stage.types()) {
                        reached.addAll(reached(policy, actor, Permission.VIEW, type, records));
                    }
                    assertThat(reached).isEqualTo(shared(actor, Permission.VIEW, stage.world));
                }
            }
            return true;
        });
        assertThat(done).isTrue();
    }

    @Property(tries = 15)
    void theGrantThatADenialNamesMakesItAnApprovalAndNoSmallerOneDoes(
            @ForAll("worlds") Blueprint blueprint, @ForAll("rules") List<Rule> rules, @ForAll Permission permission) {
        Stage stage = Stage.of(blueprint, newStore());
        boolean done = stage.read(records -> {
            for (Actor actor : stage.actors) {
                for (EntityType<?> type : stage.types()) {
                    checkMissing(rules, actor, permission, type, records);
                }
            }
            return true;
        });
        assertThat(done).isTrue();
    }

    private static <R extends CrmRecord> void checkMissing(
            List<Rule> rules, Actor actor, Permission permission, EntityType<R> type, Records records) {
        for (R record : records.select(type, Query.<R>all()).toList()) {
            AccessDecision decision =
                    rights(policy(rules), actor).decide(new Question<>(permission, type, record, records, true));
            assertThat(decision.reason()).contains(actor.name());
            Grant missing = decision.missing();
            if (decision.granted()) {
                assertThat(missing).isNull();
                decision.orThrow();
            } else {
                assertThatThrownBy(decision::orThrow).hasMessage(decision.sentence());
                if (missing == null) {
                    throw new AssertionError("nothing would help: " + decision.sentence());
                }
                for (AccessLevel lower : EnumSet.range(AccessLevel.NONE, missing.level())) {
                    assertThat(decides(rules, actor, missing, lower, type, record, records))
                            .as(decision.sentence() + " instead of " + lower)
                            .isEqualTo(lower == missing.level());
                }
            }
        }
    }

    private static <R extends CrmRecord> boolean decides(
            List<Rule> rules,
            Actor actor,
            Grant grant,
            AccessLevel level,
            EntityType<R> type,
            R record,
            Records records) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(EXTRA_ROLE, grant.type(), level, grant.permission()));
        return rights(policy(more), withRole(actor, EXTRA_ROLE)).permits(grant.permission(), type, record, records);
    }
}
