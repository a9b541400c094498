package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.contact.EmailAddress;
import org.clientele.merge.Dropped;
import org.clientele.merge.MergeOutcome;
import org.clientele.merge.MergePlan;
import org.clientele.organization.UserOwned;
import org.clientele.testkit.engine.Rows.Row;
import org.jspecify.annotations.Nullable;

/**
 * The laws of merging, over small generated worlds of our types and a host's, with custom properties. Extend it and give
 * a store; each try opens a CRM of its own on an empty one.
 */
public abstract class MergeLaws extends RelatedKindLaws {

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
    void aPlanThatWasStoredIsReadAsItWasAndAppliesAsItWas(@ForAll("dice") List<Integer> numbers) {
        checkStored(anyCase(numbers));
    }

    private static <R extends UserOwned> void checkStored(MergeCase<R> merge) {
        MergePlan<R> plan = merge.plan();
        MergePlan<R> read = merge.world.session.readPlan(merge.type, plan.toText());
        assertThat(read).isEqualTo(plan);
        MergeOutcome<R> first = merge.world.session.apply(read);
        assertThat(first).isEqualTo(merge.world.session.apply(plan));
        assertThat(merge.world.session.readPlan(merge.type, plan.toText())).isEqualTo(plan);
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
                        Row now = after.byId().get(holder);
                        boolean moved = now != null && NaiveMerge.mentions(now.get(property), List.of(merge.master()));
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
    void theHistoryOfALifetimeValueAddsUpToItAfterAMerge(@ForAll("dice") List<Integer> numbers) {
        MergeCase<?> merge = anyCase(numbers);
        merge.picks.keySet().removeAll(NaiveCount.COUNTED);
        merge.apply();
        Rows after = rows(merge);
        assertThat(new NaiveCount(after).lifetimesByHistory()).isEqualTo(new NaiveCount(after).lifetimes());
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
