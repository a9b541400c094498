package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
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
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.merge.Dropped;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.organization.UserOwned;
import org.clientele.store.RecordStore;
import org.clientele.testkit.Rows.Row;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The laws of merging, over small generated worlds of our types and a host's, with custom properties. Extend it and give
 * a store; each try opens a CRM of its own on an empty one.
 */
public abstract class MergeLaws {

    private static final int TRIES = 50;
    private static final int FEW = 20;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** What a world is made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(240);
    }

    private MergeWorld world(Dice dice, Role... further) {
        List<Role> roles = new ArrayList<>(List.of(further));
        roles.add(Role.administrator("administrator"));
        AccessPolicy policy = RolePolicy.of(roles.toArray(Role[]::new));
        return new MergeWorld(newStore(), policy, dice);
    }

    private MergeCase<?> anyCase(List<Integer> numbers) {
        return world(new Dice(numbers)).anyCase();
    }

    private static Rows rows(MergeCase<?> merge) {
        return Rows.of(merge.world.crm);
    }

    private static void assertSame(MergeCase<?> merge, Rows expected) {
        assertThat(rows(merge).differencesFrom(expected)).isEmpty();
    }

    @Property(tries = TRIES)
    void applyingAPlanGivesExactlyTheWorldThatItPredicts(@ForAll("dice") List<Integer> numbers) {
        MergeCase<?> merge = anyCase(numbers);
        Rows before = rows(merge);
        merge.plan();
        assertSame(merge, before);
        MergePlan<?> plan = merge.apply();
        assertSame(merge, merge.predicted(before, plan));
    }

    @Property(tries = TRIES)
    void aMergeComesToWhatOneWouldDoByHand(@ForAll("dice") List<Integer> numbers) {
        MergeCase<?> merge = anyCase(numbers);
        NaiveMerge byHand = new NaiveMerge(rows(merge), merge.master(), merge.absorbed());
        merge.apply();
        assertSame(merge, byHand.merge(merge.ids(), merge.picks));
    }

    @Property(tries = TRIES)
    void everyReferenceToAnAbsorbedRecordMovesOrIsNamed(@ForAll("dice") List<Integer> numbers) {
        MergeCase<?> merge = anyCase(numbers);
        Rows before = rows(merge);
        MergePlan<?> plan = merge.apply();
        Rows after = rows(merge);
        before.byId()
                .forEach((id, row) -> row.values().forEach((property, value) -> {
                    if (NaiveMerge.mentions(value, merge.absorbed())) {
                        UUID holder = merge.absorbed().contains(id) ? merge.master() : id;
                        boolean moved = NaiveMerge.mentions(after.get(holder).get(property), List.of(merge.master()));
                        assertThat(moved || isDropped(plan, id, property))
                                .as("%s of %s", property, row)
                                .isTrue();
                    }
                }));
        after.byId()
                .values()
                .forEach(row -> row.values()
                        .forEach((property, value) -> assertThat(NaiveMerge.mentions(value, merge.absorbed()))
                                .as("%s of %s", property, row)
                                .isFalse()));
    }

    private static boolean isDropped(MergePlan<?> plan, UUID record, String property) {
        return plan.dropped().stream()
                .anyMatch(dropped -> dropped.record().id().equals(record)
                        && dropped.property().equals(property));
    }

    @Property(tries = TRIES)
    void everyValueOfAnAbsorbedRecordSurvivesOrIsNamed(@ForAll("dice") List<Integer> numbers) {
        MergeCase<?> merge = anyCase(numbers);
        Rows before = rows(merge);
        MergePlan<?> plan = merge.apply();
        Row master = rows(merge).get(merge.master());
        for (UUID id : merge.absorbed()) {
            Row absorbed = before.get(id);
            absorbed.values().keySet().stream()
                    .filter(property -> !merge.calculated().contains(property))
                    .forEach(property -> assertThat(isDropped(plan, id, property))
                            .as(property)
                            .isNotEqualTo(survives(absorbed.get(property), master.get(property))));
        }
        assertThat(plan.dropped()).extracting(Dropped::reason).doesNotContain("");
    }

    private static boolean survives(@Nullable Object value, @Nullable Object kept) {
        return value instanceof Collection<?> elements
                ? plain(Objects.requireNonNull(kept)).containsAll(plain(elements))
                : value == null || value.equals(kept);
    }

    private static List<Object> plain(Object elements) {
        return ((Collection<?>) elements)
                .stream().map(element -> NaiveMerge.marked(element, false)).toList();
    }

    @Property(tries = TRIES)
    void theOrderOfTheAbsorbedDoesNotMatter(@ForAll("dice") List<Integer> numbers) {
        MergeCase<?> merge = anyCase(numbers);
        assertThat((Object) merge.planReversed()).isEqualTo(merge.plan());
    }

    @Property(tries = TRIES)
    void appendingManyEqualsAppendingTwoAtATime(@ForAll("dice") List<Integer> numbers) {
        List<Integer> byAge = byAge(anyCase(numbers));
        int older = byAge.get(0);
        List<Integer> younger = byAge.subList(1, byAge.size());
        String atOnce = merged(numbers, merge -> merge.merge(0, byAge));
        String oneByOne = merged(numbers, merge -> byAge.forEach(member -> merge.merge(0, List.of(member))));
        assertThat(oneByOne).isEqualTo(atOnce);
        if (!younger.isEmpty()) {
            String othersFirst = merged(numbers, merge -> {
                merge.merge(older, younger);
                merge.merge(0, List.of(older));
            });
            assertThat(othersFirst).isEqualTo(atOnce);
        }
    }

    private static List<Integer> byAge(MergeCase<?> merge) {
        List<UUID> ids = merge.ids();
        return merge.absorbed().stream().sorted().map(ids::indexOf).toList();
    }

    private String merged(List<Integer> numbers, Consumer<MergeCase<?>> merging) {
        MergeCase<?> merge = anyCase(numbers).appending();
        Map<UUID, String> names = rows(merge).names();
        merging.accept(merge);
        return rows(merge).named(merge.world.crm, names);
    }

    @Property(tries = TRIES)
    void replacingTakesTheElementsOfTheNamedRecordAlone(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeCase<?> merge = world(dice).anyCase().unchosen();
        String collection = dice.pick(merge.collections().isEmpty() ? List.of("") : merge.collections());
        if (!collection.isEmpty()) {
            int from = dice.below(merge.members.size());
            merge.picks.put(collection, new Pick.From(from));
            List<Object> named = outward(merge, rows(merge).get(merge.ids().get(from)), collection);
            merge.apply();
            assertThat(outward(merge, rows(merge).get(merge.master()), collection))
                    .isEqualTo(named);
        }
    }

    private static List<Object> outward(MergeCase<?> merge, Row row, String collection) {
        List<Object> elements = new ArrayList<>((Collection<?>) Objects.requireNonNull(row.get(collection)));
        elements.removeIf(element -> NaiveMerge.mentions(element, merge.ids()));
        return elements;
    }

    @Property(tries = TRIES)
    void appendingKeepsTheFirstPlacesAndNothingTwice(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(dice);
        MergeCase<Contact> merge = world.of(Contact.TYPE, world.contacts).appending();
        List<Contact> inOrder = new ArrayList<>(merge.members.subList(1, merge.members.size()));
        inOrder.sort((one, other) -> one.getId().compareTo(other.getId()));
        inOrder.add(0, merge.members.get(0));
        List<EmailAddress> all = inOrder.stream()
                .flatMap(contact -> contact.getEmails().stream())
                .toList();
        merge.apply();
        List<EmailAddress> emails =
                world.session.get(Contact.TYPE, merge.master()).getEmails();
        assertThat(emails)
                .extracting(EmailAddress::email)
                .isEqualTo(all.stream().map(EmailAddress::email).distinct().toList());
        assertThat(emails.stream().filter(EmailAddress::isPrimary).toList())
                .isEqualTo(all.stream().filter(EmailAddress::isPrimary).limit(1).toList());
    }

    @Property(tries = FEW)
    void theMasterKeepsItsIdentityAndTheOthersGo(@ForAll("dice") List<Integer> numbers) {
        checkIdentity(anyCase(numbers));
    }

    private static <R extends UserOwned> void checkIdentity(MergeCase<R> merge) {
        R before = merge.members.get(0);
        merge.apply();
        R after = merge.world.session.get(merge.type, before.getId());
        assertThat(after.getCreatedAt()).isEqualTo(before.getCreatedAt());
        assertThat(merge.world.session.select(merge.type).list())
                .contains(after)
                .doesNotContainAnyElementsOf(merge.members.subList(1, merge.members.size()));
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
    void aMergeNeedsFourRightsAndChangesNothingWithoutThem(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        boolean mayMerge = dice.oneIn(2);
        List<Permission> rights = dice.some(List.of(Permission.VIEW, Permission.EDIT, Permission.DELETE));
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
        }
        assertThat(plan.problems()).hasSize(missing);
        assertThat(clerk.apply(plan))
                .isInstanceOf(missing == 0 ? MergeOutcome.Applied.class : MergeOutcome.Rejected.class);
        if (missing > 0) {
            assertSame(merge, before);
        }
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
    void aPlanIsAppliedOnce(@ForAll("dice") List<Integer> numbers) {
        checkOnce(anyCase(numbers));
    }

    private static <R extends UserOwned> void checkOnce(MergeCase<R> merge) {
        MergePlan<R> plan = merge.apply();
        assertRefused(merge, plan, plan.absorbed().get(0).toString());
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

    @Property(tries = 3)
    void theStoreIsAskedNoMoreOftenWhenMoreRecordsMove(@ForAll("dice") List<Integer> numbers) {
        assertThat(callsToMerge(numbers, 50)).isEqualTo(callsToMerge(numbers, 5));
    }

    private int callsToMerge(List<Integer> numbers, int related) {
        CountingStore store = new CountingStore(newStore());
        MergeWorld world = new MergeWorld(store, RolePolicy.of(Role.administrator("administrator")), new Dice(numbers));
        MergeCase<Account> merge = world.of(Account.TYPE, world.accounts);
        world.relate(related, merge.members.get(1));
        store.calls();
        merge.apply();
        return store.calls();
    }
}
