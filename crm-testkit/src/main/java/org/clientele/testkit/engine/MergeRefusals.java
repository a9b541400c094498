package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
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
import org.clientele.access.AccessLevel;
import org.clientele.access.AccessPolicy;
import org.clientele.access.Capability;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.access.Share;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.organization.UserOwned;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** The laws of merges that are refused: they say why and change nothing. Part of {@link MergeLaws}. */
abstract class MergeRefusals {

    static final int TRIES = 9;
    static final int FEW = 8;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** What a world is made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(240);
    }

    MergeWorld world(Dice dice, Role... further) {
        List<Role> roles = new ArrayList<>(List.of(further));
        roles.add(Role.administrator("administrator"));
        AccessPolicy policy = RolePolicy.of(roles.toArray(Role[]::new));
        return new MergeWorld(newStore(), policy, dice);
    }

    MergeCase<?> anyCase(List<Integer> numbers) {
        return world(new Dice(numbers)).anyCase();
    }

    static Rows rows(MergeCase<?> merge) {
        return Rows.of(merge.world.crm);
    }

    static void assertSame(MergeCase<?> merge, Rows expected) {
        assertThat(rows(merge).differencesFrom(expected)).isEmpty();
    }

    @Property(tries = FEW)
    void aRecordMergedWithNothingIsRefusedAndStaysItself(@ForAll("dice") List<Integer> numbers) {
        checkAlone(anyCase(numbers));
    }

    private static <R extends UserOwned> void checkAlone(MergeCase<R> merge) {
        Session session = merge.world.session;
        R master = merge.members.get(0);
        Rows before = rows(merge);
        MergePlan<R> nothing = session.planMerge(merge.type, choices -> choices.master(master));
        MergePlan<R> itself =
                session.planMerge(merge.type, choices -> choices.master(master).absorb(master));
        assertThat(session.apply(nothing)).isInstanceOf(MergeOutcome.Rejected.class);
        assertThat(session.apply(itself)).isInstanceOf(MergeOutcome.Rejected.class);
        assertSame(merge, before);
    }

    @Property(tries = TRIES)
    void aMergeNeedsItsRightsAndChangesNothingWithoutThem(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        boolean mayMerge = dice.oneIn(2);
        List<Permission> rights =
                dice.some(List.of(Permission.VIEW, Permission.EDIT, Permission.DELETE, Permission.ASSIGN));
        Role clerk = mayMerge ? Role.named("clerk").allow(Capability.MERGE) : Role.named("clerk");
        MergeCase<?> merge = world(dice, grant(clerk, rights)).anyCase().unchosen();
        checkRights(merge, mayMerge, rights);
    }

    private static Role grant(Role role, List<Permission> rights) {
        Role granted = role;
        for (var type : MergeWorld.MERGED) {
            granted = granted.grant(type, AccessLevel.ORGANIZATION, rights.toArray(Permission[]::new));
        }
        return granted;
    }

    private static <R extends UserOwned> void checkRights(
            MergeCase<R> merge, boolean mayMerge, List<Permission> rights) {
        Session clerk = merge.world.crm.as(merge.world.ivan);
        Rows before = rows(merge);
        MergePlan<R> plan = merge.planBy(clerk);
        int missing = mayMerge ? 0 : 1;
        if (!rights.contains(Permission.VIEW)) {
            missing += merge.members.size();
        } else {
            missing += rights.contains(Permission.EDIT) ? 0 : 1;
            missing += rights.contains(Permission.DELETE) ? 0 : merge.absorbed().size();
            missing += rights.contains(Permission.ASSIGN) || !sharesMore(merge) ? 0 : 1;
        }
        assertThat(plan.problems()).hasSize(missing);
        assertThat(clerk.apply(plan))
                .isInstanceOf(missing == 0 ? MergeOutcome.Applied.class : MergeOutcome.Rejected.class);
        if (missing > 0) {
            assertSame(merge, before);
        }
    }

    /** Whether somebody is given the master who does not have it yet. */
    private static <R extends UserOwned> boolean sharesMore(MergeCase<R> merge) {
        Set<List<@Nullable Object>> given = shares(merge, merge.absorbed());
        given.removeAll(shares(merge, List.of(merge.members.get(0).getId())));
        return !given.isEmpty();
    }

    private static <R extends UserOwned> Set<List<@Nullable Object>> shares(MergeCase<R> merge, List<UUID> records) {
        Set<List<@Nullable Object>> shares = new HashSet<>();
        for (Share share : merge.world.crm.asSystem().select(Share.TYPE).list()) {
            AnyRef shared = Objects.requireNonNull(share.getRecord());
            if (records.contains(shared.id())) {
                shares.add(Arrays.asList(share.getPermission(), share.getUser(), share.getUnit()));
            }
        }
        return shares;
    }

    @Property(tries = FEW)
    void aPlanIsRefusedOnceARecordOfItHasChanged(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(dice);
        checkStale(world.anyCase(), dice);
    }

    private static <R extends UserOwned> void checkStale(MergeCase<R> merge, Dice dice) {
        MergeWorld world = merge.world;
        MergePlan<R> plan = merge.plan();
        R member = dice.pick(merge.members);
        member.setOwner(Ref.to(Ref.to(world.olga).equals(member.getOwner()) ? world.ivan : world.olga));
        R saved = world.session.save(member);
        assertRefused(merge, plan, world.crm.schema().nameOf(saved));
    }

    @Property(tries = FEW)
    void aPlanIsRefusedOnceAnotherRecordPointsToTheAbsorbed(@ForAll("dice") List<Integer> numbers) {
        checkNewReference(anyCase(numbers));
    }

    private static <R extends UserOwned> void checkNewReference(MergeCase<R> merge) {
        MergePlan<R> plan = merge.plan();
        Visit visit = new Visit("Came in between");
        visit.setAbout(new AnyRef(merge.type.name(), merge.absorbed().get(0)));
        merge.world.session.save(visit);
        assertRefused(merge, plan, "visit.about");
    }

    @Property(tries = FEW)
    void applyingAPlanAgainGivesTheFirstOutcome(@ForAll("dice") List<Integer> numbers) {
        checkAgain(anyCase(numbers));
    }

    private static <R extends UserOwned> void checkAgain(MergeCase<R> merge) {
        MergePlan<R> plan = merge.plan();
        MergeOutcome<R> first = merge.world.session.apply(plan);
        Rows after = rows(merge);
        MergeOutcome<R> again = merge.world.session.apply(plan);
        assertThat((Object) again).isEqualTo(first);
        assertThat(again.orThrow().master().getVersion())
                .isEqualTo(first.orThrow().master().getVersion());
        assertSame(merge, after);
    }

    @Property(tries = FEW)
    void theAbsorbedResolveToTheSurvivorThroughChains(@ForAll("dice") List<Integer> numbers) {
        checkRedirects(anyCase(numbers).unchosen());
    }

    private static <R extends UserOwned> void checkRedirects(MergeCase<R> merge) {
        List<UUID> ids = merge.ids();
        if (ids.size() > 2) {
            merge.merge(1, List.of(2));
        }
        merge.merge(0, List.of(1));
        for (UUID id : ids) {
            assertThat(merge.world.crm.resolve(new Ref<R>(id))).isEqualTo(new Ref<R>(ids.get(0)));
            Visit visit = new Visit("Somebody names an identity of old");
            visit.setAbout(new AnyRef(merge.type.name(), id));
            assertThat(merge.world.session.save(visit).getAbout()).isEqualTo(new AnyRef(merge.type.name(), ids.get(0)));
        }
    }

    private static <R extends UserOwned> void assertRefused(MergeCase<R> merge, MergePlan<R> plan, String named) {
        Rows before = rows(merge);
        MergeOutcome<R> outcome = merge.world.session.apply(plan);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MergeOutcome.Stale.class,
                        stale -> assertThat(stale.reasons().toString()).contains(named));
        assertSame(merge, before);
    }
}
