package org.clientele.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.access.AccessDecision;
import org.clientele.access.AccessLevel;
import org.clientele.access.Actor;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Question;
import org.clientele.access.RolePolicy;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.testkit.world.Blueprint;

/**
 * The laws of access, and the worked example of the documentation, on a store. A store's author extends it and runs it with
 * JUnit and jqwik, as {@link RecordStoreContract}.
 */
public abstract class AccessLaws extends RightsLaws {

    private static final String EXTRA_ROLE = "extra";

    /** An empty store each time that it is called; the former one is used no more. */
    @Override
    protected abstract RecordStore newStore();

    @Property(tries = 8)
    void aHigherLevelNeverAllowsLess(@ForAll("worlds") Blueprint blueprint) {
        Stage stage = Stage.of(blueprint, newStore());
        for (Actor actor : stage.actors()) {
            Set<CrmRecord> lower = Set.of();
            for (AccessLevel level : AccessLevel.values()) {
                Set<CrmRecord> here = reachedAt(level, actor, stage);
                assertThat(here).as(actor + " at " + level).containsAll(lower);
                lower = here;
            }
            assertThat(reachedAt(AccessLevel.NONE, actor, stage))
                    .isEqualTo(shared(actor, Permission.VIEW, stage.world()));
            assertThat(lower).isEqualTo(all(stage));
        }
    }

    private static Set<CrmRecord> reachedAt(AccessLevel level, Actor actor, Stage stage) {
        RolePolicy policy = everything(EXTRA_ROLE, level, stage.crm());
        Set<CrmRecord> reached = new HashSet<>();
        stage.read(records -> stage.types()
                .forEach(type ->
                        reached.addAll(reached(policy, withRole(actor, EXTRA_ROLE), Permission.VIEW, type, records))));
        return reached;
    }

    private static Set<CrmRecord> all(Stage stage) {
        Set<CrmRecord> all = new HashSet<>();
        stage.read(records -> stage.types().forEach(type -> addAll(type, records, all)));
        return all;
    }

    private static <R extends CrmRecord> void addAll(EntityType<R> type, Records records, Set<CrmRecord> all) {
        records.select(type, Query.<R>all()).forEach(all::add);
    }

    @Property(tries = 8)
    void withoutARoleThatThePolicyKnowsOnlyWhatIsSharedIsAllowed(@ForAll("worlds") Blueprint blueprint) {
        Stage stage = Stage.of(blueprint, newStore());
        RolePolicy others = everything("known to nobody", AccessLevel.GLOBAL, stage.crm());
        for (RolePolicy policy : List.of(RolePolicy.of(), others)) {
            stage.eachActor(policy, views -> {
                Set<CrmRecord> reached = new HashSet<>();
                stage.types().forEach(type -> reached.addAll(views.reached(Permission.VIEW, type)));
                assertThat(reached).isEqualTo(shared(views.actor(), Permission.VIEW, stage.world()));
            });
        }
    }

    @Property(tries = 8)
    void theGrantThatADenialNamesMakesItAnApprovalAndNoSmallerOneDoes(
            @ForAll("worlds") Blueprint blueprint, @ForAll("rules") List<Rule> rules, @ForAll Permission permission) {
        Stage stage = Stage.of(blueprint, newStore());
        stage.eachActor(
                policy(rules), views -> stage.types().forEach(type -> checkMissing(rules, views, permission, type)));
    }

    private static <R extends CrmRecord> void checkMissing(
            List<Rule> rules, Views views, Permission permission, EntityType<R> type) {
        Actor actor = views.actor();
        Records records = views.records();
        for (R record : records.select(type, Query.<R>all()).toList()) {
            AccessDecision decision = views.rights().decide(new Question<>(permission, type, record, records, true));
            assertThat(decision.reason()).contains(actor.name());
            Grant missing = decision.missing();
            if (decision.granted()) {
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
