package org.clientele.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.TickingClock;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.store.memory.InMemoryStore;
import org.clientele.value.Ref;
import org.clientele.value.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The journal of a store, as it is written and as it is told. */
class JournalTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    private final InMemoryStore store = new InMemoryStore();
    private final Session system =
            Crm.open(store, config -> config.clock(new TickingClock(NINE))).asSystem();
    private final Organization acme = system.save(new Organization("Acme"));

    private <T> T read(Function<Journal, T> work) {
        return store.inTransaction(records -> work.apply(new Journal(records)));
    }

    private Optional<ChangeSet> found(UUID set) {
        return read(journal -> journal.find(set));
    }

    private Map<UUID, List<Told>> toldOf(UUID... records) {
        return read(journal -> journal.ofEach(List.of(records)));
    }

    private Optional<Recorded> recorded(UUID set) {
        return store.inTransaction(records -> Recorded.find(records, set));
    }

    private List<List<Told>> first(Scope scope) {
        return store.inTransaction(records -> new Chronicle(scope).next(records));
    }

    private UUID append(@Nullable UUID actor, Instant at, Noted... noted) {
        ChangeSet set = new ChangeSet(TimeOrderedId.next(), at, actor, "Olga", "test", null, List.of());
        return read(journal -> {
            journal.append(set, List.of(noted));
            return set.id();
        });
    }

    private static Noted noted(Change.Action action, List<UUID> records, String name, Delta... deltas) {
        return new Noted(action, "organization", records, name, List.of(deltas), false, null);
    }

    private static Noted renamed(UUID record, String before, String after) {
        return noted(Change.Action.UPDATE, List.of(record), after, new Delta("name", before, after));
    }

    private static List<UUID> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> TimeOrderedId.next()).toList();
    }

    @Test
    void aChangeSetIsFoundWithAllOfItsChanges() {
        UUID first = TimeOrderedId.next();
        UUID other = TimeOrderedId.next();
        UUID actor = TimeOrderedId.next();
        UUID set = append(actor, NINE, renamed(first, "A", "B"), renamed(other, "C", "D"));
        ChangeSet found = found(set).orElseThrow();
        assertThat(found.actor()).isEqualTo(actor);
        assertThat(found.actorName()).isEqualTo("Olga");
        assertThat(found.reason()).isEqualTo("test");
        assertThat(found.recordedAt()).isEqualTo(NINE);
        assertThat(found.undoes()).isNull();
        assertThat(found.changes())
                .extracting(Change::toString)
                .containsExactly("UPDATE organization B [name: A -> B]", "UPDATE organization D [name: C -> D]");
        assertThat(found(actor)).isEmpty();
        assertThat(read(Journal::all)).last().isEqualTo(found);
        List<ChangeSet> ofOther = read(journal -> journal.of(other));
        assertThat(ofOther).containsExactly(found.of(found.changes().subList(1, 2)));
        assertThat(new Delta("name", null, "A")).hasToString("name: nothing -> A");
        assertThat(new Delta("name", "A", null)).hasToString("name: A -> nothing");
    }

    @Test
    void nothingLeavesNoTrace() {
        int before = read(Journal::all).size();
        UUID set = append(null, NINE);
        assertThat(found(set)).isEmpty();
        assertThat(read(Journal::all)).hasSize(before);
        assertThat(toldOf()).isEmpty();
    }

    @Test
    void manyThatChangedAlikeAreAFewEntriesAndStillOneByOne() {
        List<UUID> many = many(2001);
        UUID set = append(null, NINE, noted(Change.Action.UPDATE, many, "", new Delta("name", "A", "B")));
        List<JournalEntry> entries = store.inTransaction(records -> entries(records, set));
        assertThat(entries).hasSize(3);
        ChangeSet found = found(set).orElseThrow();
        assertThat(found.changes()).extracting(change -> change.record().id()).containsExactlyElementsOf(many);
        assertThat(found.changes().get(7).name()).isEqualTo(many.get(7).toString());
        assertThat(toldOf(many.get(3), many.get(1500), TimeOrderedId.next()))
                .containsOnlyKeys(many.get(3), many.get(1500))
                .hasEntrySatisfying(many.get(3), told -> assertThat(told).hasSize(1));
        Recorded recorded = recorded(set).orElseThrow();
        assertThat(recorded.noted()).hasSize(3);
        assertThat(recorded.last()).isEqualTo(entries.get(2).getId());
        assertThat(recorded(many.get(0))).isEmpty();
    }

    @Test
    void thoseThatAppearOneAfterAnotherAreAFewEntriesEachWithWhatItIs() {
        List<UUID> many = many(250);
        Noted[] created = IntStream.range(0, 250)
                .mapToObj(i -> created(many.get(i), "a" + i, new Delta("name", null, "a, " + i)))
                .toArray(Noted[]::new);
        UUID set = append(null, NINE, created);
        assertThat(told(set)).containsExactly(100, 100, 50);
        assertThat(found(set).orElseThrow().changes())
                .containsExactlyElementsOf(
                        Stream.of(created).flatMap(Noted::changes).toList());
        assertThat(toldOf(many.get(99), many.get(240), TimeOrderedId.next()))
                .containsOnlyKeys(many.get(99), many.get(240));
        assertThat(toldOf(many.get(101)).get(many.get(101)))
                .extracting(told -> told.changes().toString())
                .containsExactly("[CREATE organization a101 [name: nothing -> a, 101]]");
        assertThat(recorded(set).orElseThrow().noted()).containsExactly(created);
        UUID undo = append(null, NINE, created(many.get(249), "again"));
        Since since = store.inTransaction(
                records -> new Since(records, recorded(set).orElseThrow(), List.of(many.get(248), many.get(249))));
        assertThat(since.latest(many.get(248), "name")).isEmpty();
        assertThat(told(undo)).containsExactly(1);
    }

    private static Noted created(UUID record, String name, Delta... deltas) {
        return noted(Change.Action.CREATE, List.of(record), name, deltas);
    }

    /** Of how many records each entry of a change set tells. */
    private List<Integer> told(UUID set) {
        return store.inTransaction(records -> entries(records, set).stream()
                .map(entry -> (int) entry.changes(id -> true).count())
                .toList());
    }

    private static List<JournalEntry> entries(Records records, UUID set) {
        return records.select(JournalEntry.TYPE, Query.<JournalEntry>of(JournalEntry.CHANGE_SET.is(set)))
                .toList();
    }

    @Test
    void whatHappenedSinceIsToldOfThoseThatItHappenedTo() {
        List<UUID> ids = many(3);
        UUID set = append(null, NINE, renamed(ids.get(0), "A", "B"), renamed(ids.get(2), "A", "B"));
        append(null, NINE.plusSeconds(1), renamed(ids.get(0), "B", "C"));
        UUID latest = append(null, NINE.plusSeconds(2), renamed(ids.get(0), "C", "D"));
        append(
                null,
                NINE.plusSeconds(3),
                noted(Change.Action.UPDATE, List.of(ids.get(0), ids.get(2)), "", new Delta("description", null, "x")));
        UUID gone = append(null, NINE.plusSeconds(4), noted(Change.Action.DELETE, List.of(ids.get(0)), "D"));
        Since since = store.inTransaction(
                records -> new Since(records, Recorded.find(records, set).orElseThrow(), ids));
        assertThat(since.latest(ids.get(0), "name"))
                .map(event -> event.set().id())
                .contains(latest);
        assertThat(since.latest(ids.get(0), "name")).map(Since.Event::followed).contains(false);
        assertThat(since.latest(ids.get(1), "name")).isEmpty();
        assertThat(since.latest(ids.get(1), "description")).isEmpty();
        assertThat(since.latest(ids.get(2), "name")).isEmpty();
        assertThat(since.latest(ids.get(2), "description")).isPresent();
        assertThat(since.deletion(ids.get(0))).map(event -> event.set().id()).contains(gone);
        assertThat(since.deletion(ids.get(2))).isEmpty();
    }

    @Test
    void whatHappenedSinceIsAskedForSomeAtATime() {
        List<UUID> ids = many(501);
        UUID set = append(null, NINE, renamed(ids.get(0), "A", "B"));
        append(null, NINE, renamed(ids.get(500), "B", "C"), renamed(ids.get(0), "B", "D"));
        Since since = store.inTransaction(
                records -> new Since(records, Recorded.find(records, set).orElseThrow(), ids));
        assertThat(since.latest(ids.get(0), "name")).isPresent();
        assertThat(since.latest(ids.get(500), "name")).isPresent();
    }

    @Test
    void historyIsNarrowedByTheTimesAtWhichItWasRecordedBothIncluded() {
        List<UUID> sets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sets.add(append(null, NINE.plusSeconds(1000 + i), renamed(acme.getId(), "n" + i, "n" + (i + 1))));
        }
        assertThat(system.history()
                        .between(NINE.plusSeconds(1001), NINE.plusSeconds(1002))
                        .list())
                .extracting(ChangeSet::id)
                .containsExactly(sets.get(2), sets.get(1));
        assertThat(system.history().bySystem().list()).hasSize(5);
    }

    @Test
    void historyOfAnActorIsHisAlone() {
        UUID olga = TimeOrderedId.next();
        UUID set = append(olga, NINE, renamed(acme.getId(), "A", "B"));
        assertThat(system.history().by(new Ref<>(olga)).list())
                .extracting(ChangeSet::id)
                .containsExactly(set);
        assertThat(system.history().bySystem().list())
                .extracting(ChangeSet::id)
                .doesNotContain(set)
                .hasSize(1);
        assertThat(system.history().find(set)).isPresent();
        assertThat(system.history().bySystem().find(set)).isEmpty();
    }

    @Test
    void aChangeSetOfManyIsReadAloneAndTheOthersAfterIt() {
        List<UUID> sets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sets.add(append(null, NINE, noted(Change.Action.UPDATE, many(700), "", new Delta("name", null, "x"))));
        }
        assertThat(steps()).containsExactly(List.of(700), List.of(700), List.of(700), List.of(1));
    }

    @Test
    void changeSetsAreReadTogetherUpToAThousandChanges() {
        for (int size : new int[] {300, 500, 500, 1, 400}) {
            List<Noted> noted = new ArrayList<>();
            many(size).forEach(id -> noted.add(renamed(id, "A", "B")));
            append(null, NINE, noted.toArray(Noted[]::new));
        }
        assertThat(steps()).containsExactly(List.of(400, 1, 500), List.of(500, 300, 1));
        many(2).forEach(id -> append(null, NINE, renamed(id, "A", "B")));
        List<Noted> most = new ArrayList<>();
        many(998).forEach(id -> most.add(renamed(id, "A", "B")));
        append(null, NINE, most.toArray(Noted[]::new));
        assertThat(steps().get(0)).containsExactly(998, 1, 1);
    }

    /** How many changes the change sets have that a chronicle gives, step by step. */
    private List<List<Integer>> steps() {
        return store.inTransaction(records -> {
            Chronicle chronicle = new Chronicle(Scope.everything());
            List<List<Integer>> read = new ArrayList<>();
            while (!chronicle.isOver()) {
                read.add(chronicle.next(records).stream()
                        .map(told -> told.stream()
                                .mapToInt(each -> each.changes().size())
                                .sum())
                        .toList());
            }
            return read;
        });
    }

    @Test
    void aChronicleOfOneRecordWeighsOnlyThat() {
        List<UUID> many = many(700);
        for (int i = 0; i < 3; i++) {
            append(null, NINE, noted(Change.Action.UPDATE, many, "", new Delta("name", null, "x" + i)));
        }
        List<List<Told>> first = first(Scope.everything().of(many.get(5)));
        assertThat(first)
                .hasSize(3)
                .allSatisfy(told -> assertThat(told.get(0).changes()).hasSize(1));
        assertThat(first(Scope.everything().of(many.get(5)).of(many.get(6)))).isEmpty();
    }

    @Test
    void aChronicleEndsWhereNothingIsLeft() {
        for (int i = 0; i < 200; i++) {
            append(null, NINE, renamed(acme.getId(), "n" + i, "n" + (i + 1)));
        }
        List<Integer> sizes = store.inTransaction(records -> {
            Chronicle chronicle = new Chronicle(Scope.everything());
            List<Integer> read = new ArrayList<>();
            assertThat(chronicle.isOver()).isFalse();
            while (!chronicle.isOver()) {
                read.add(chronicle.next(records).size());
            }
            assertThat(chronicle.next(records)).isEmpty();
            return read;
        });
        assertThat(sizes).containsExactly(64, 100, 28, 9);
        assertThat(system.history().latest(150)).hasSize(150);
        assertThat(system.history().latest(300)).hasSize(201);
    }

    @Test
    void aPageGoesOnBehindAChangeSetEvenIfThatIsNotOfTheSameKind() {
        List<UUID> sets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID actor = i % 2 == 0 ? null : acme.getId();
            sets.add(append(actor, NINE, renamed(acme.getId(), "n" + i, "n" + (i + 1))));
        }
        ChangeSet third = found(sets.get(3)).orElseThrow();
        assertThat(system.history().bySystem().before(third).list())
                .extracting(ChangeSet::id)
                .startsWith(sets.get(2), sets.get(0))
                .hasSize(3);
    }

    @Test
    void anEntryThatLostAPartSaysSo() {
        JournalEntry empty = new JournalEntry();
        String sentence = "journal entry " + empty.getId() + " is not complete; the store has lost a part";
        assertThatThrownBy(empty::changeSetId)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> empty.changes(id -> true)).hasMessage(sentence);
        assertThatThrownBy(() -> empty.changeSet(List.of())).hasMessage(sentence);
        JournalEntry.CHANGE_SET.set(empty, acme.getId());
        assertThatThrownBy(() -> empty.changeSet(List.of())).hasMessage(sentence);
        JournalEntry.RECORD_TYPE.set(empty, "organization");
        assertThatThrownBy(empty::noted).hasMessage(sentence);
        JournalEntry.RECORD_ID.set(empty, acme.getId());
        assertThatThrownBy(empty::noted).hasMessage(sentence);
        JournalEntry.ACTION.set(empty, "UPDATE");
        assertThat(empty.changes(id -> true))
                .extracting(Change::toString)
                .containsExactly("UPDATE organization null []");
        JournalEntry.RECORDED_AT.set(empty, NINE);
        assertThat(empty.changeSet(List.of()).recordedAt()).isEqualTo(NINE);
    }

    @Test
    void aRecordThatWentAndCameBackIsShownAsItWasAtEachTime() {
        Instant made = at();
        acme.setDescription("makes anvils");
        Organization described = system.save(acme);
        Instant then = at();
        UUID description = system.history().latest(1).get(0).id();
        system.delete(described);
        Instant gone = at();
        UUID deletion = system.history().latest(1).get(0).id();
        system.undo(deletion).orThrow();
        Instant back = at();
        assertThat(asOf(made.minusSeconds(1))).isEmpty();
        assertThat(asOf(made)).map(Organization::getDescription).isEmpty();
        assertThat(asOf(made)).map(Organization::getName).contains("Acme");
        assertThat(asOf(then)).map(Organization::getDescription).contains("makes anvils");
        assertThat(asOf(then)).map(Organization::getCreatedAt).contains(made);
        assertThat(asOf(then)).map(Organization::getUpdatedAt).contains(then);
        assertThat(asOf(gone)).isEmpty();
        assertThat(asOf(back)).map(Organization::getCreatedAt).contains(made);
        assertThat(asOf(back)).map(Organization::getUpdatedAt).contains(back);
        assertThat(asOf(back)).map(Organization::getDescription).contains("makes anvils");
        assertThat(system.asOf(then).untold(Organization.TYPE, acme.getId())).isEmpty();
        assertThat(system.asOf(back).untold(Organization.TYPE, acme.getId())).isEmpty();
        system.undo(description).orThrow();
        assertThat(asOf(back)).map(Organization::getDescription).contains("makes anvils");
        assertThat(asOf(at())).map(Organization::getDescription).isEmpty();
    }

    @Test
    void aRecordThatWasThereBeforeTheJournalIsShownAsItWasBeforeItsFirstChange() {
        Organization old = new Organization("Body Toning");
        CrmRecord.CREATED_AT.set(old, NINE.minusSeconds(1000));
        store.inTransaction(records -> records.write(List.of(new Write.Insert<>(Organization.TYPE, old))));
        Organization stored = system.get(Organization.TYPE, old.getId());
        stored.setName("Body Toning Ltd");
        system.save(stored);
        Organization then = system.asOf(NINE).get(Organization.TYPE, old.getId());
        assertThat(then.getName()).isEqualTo("Body Toning");
        assertThat(then.getCreatedAt()).isEqualTo(NINE.minusSeconds(1000));
        assertThat(then.getUpdatedAt()).isEqualTo(NINE.minusSeconds(1000));
        assertThat(system.asOf(at()).get(Organization.TYPE, old.getId()).getUpdatedAt())
                .isEqualTo(at());
    }

    @Test
    void whatIsSavedUnchangedStaysInItsVersionAndWhatIsChangedDoesNot() {
        Organization same = system.save(system.get(Organization.TYPE, acme.getId()));
        assertThat(same.getVersion()).isEqualTo(acme.getVersion());
        assertThat(same.getUpdatedAt()).isEqualTo(acme.getUpdatedAt());
        same.setDescription("makes anvils");
        assertThat(system.save(same).getUpdatedAt()).isEqualTo(at()).isNotEqualTo(acme.getUpdatedAt());
    }

    private Instant at() {
        return system.history().latest(1).get(0).recordedAt();
    }

    private Optional<Organization> asOf(Instant instant) {
        return system.asOf(instant).find(Organization.TYPE, acme.getId());
    }
}
