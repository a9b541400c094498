package org.clientele.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.exchange.form.EmptyCells;
import org.clientele.exchange.job.ImportReport;
import org.clientele.journal.ChangeSet;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Visit;
import org.clientele.undo.Blocked;
import org.clientele.undo.Kept;
import org.clientele.undo.UndoAll;
import org.clientele.undo.UnknownChangeSetException;

/** The laws of imports that are taken back, over the worlds and sheets of {@link ExchangeLaws}. Extend it and give a store. */
public abstract class UndoOfImportLaws {

    private static final int TRIES = 12;
    private static final int EDITED = 77;

    /** An empty store each time it is called. */
    protected abstract RecordStore newStore();

    /** What a world and a sheet are made by. */
    @Provide
    Arbitrary<List<Integer>> dice() {
        return Arbitraries.integers().between(0, 59).list().ofSize(300);
    }

    private MergeWorld world(Dice dice) {
        return new MergeWorld(newStore(), RolePolicy.of(Role.administrator("administrator")), dice);
    }

    @Property(tries = TRIES)
    void anImportIsTakenBackWhollyAndAgain(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(dice);
        Sheet sheet = VisitSheets.mixedSheet(dice);
        Session session = world.session;
        session.save(new Visit("Visit 1"));
        Rows before = Rows.withoutHistory(world.crm);
        EmptyCells emptyCells = dice.pick(List.of(EmptyCells.values()));
        int commitEvery = 1 + dice.below(4);
        ImportReport done = session.importer(
                        Visit.TYPE,
                        layout -> VisitSheets.visits(layout)
                                .emptyCells(emptyCells)
                                .commitEvery(commitEvery))
                .run(sheet);
        Rows after = Rows.withoutHistory(world.crm);

        UndoAll undo = session.undo(done.receipt()).orThrow();

        assertThat(undo.kept()).as("%s", undo).isEmpty();
        // a change set in which one row gives a value and the next one takes it away again has nothing to be taken back
        assertThat(undo.receipt()).hasSizeLessThanOrEqualTo(done.receipt().size());
        assertThat(Rows.withoutHistory(world.crm)).isEqualTo(before);
        UndoAll again = world.crm.asSystem().undo(done.receipt());
        assertThat(again.isNothing()).as("%s", again).isTrue();
        assertThat(Rows.withoutHistory(world.crm)).as("%s", again).isEqualTo(before);
        session.undo(undo.receipt()).orThrow();
        assertThat(Rows.withoutHistory(world.crm)).isEqualTo(after);
    }

    @Property(tries = TRIES)
    void whatSomebodyEditedSinceIsKeptAndNamed(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(dice);
        Sheet sheet = VisitSheets.goodSheet(dice);
        Session session = world.session;
        for (int i = 0; i < sheet.rows().size(); i += 2) {
            session.save(new Visit("Visit " + i));
        }
        Rows before = Rows.withoutHistory(world.crm);
        int commitEvery = 1 + dice.below(4);
        ImportReport done = session.importer(
                        Visit.TYPE, layout -> VisitSheets.visits(layout).commitEvery(commitEvery))
                .run(sheet);
        Rows left = Rows.withoutHistory(world.crm);
        Set<UUID> edited = edit(world, dice);
        Rows now = Rows.withoutHistory(world.crm);

        UndoAll undo = session.undo(done.receipt());

        Rows then = Rows.withoutHistory(world.crm);
        Set<UUID> named = named(undo);
        for (UUID id : imported(now)) {
            boolean isNew = !before.byId().containsKey(id);
            if (edited.contains(id)) {
                Rows.Row expected = (isNew ? now : before.copy()).get(id);
                expected.put("minutes", EDITED);
                assertThat(then.get(id)).as("%s", undo).isEqualTo(expected);
                boolean wasImported = isNew
                        || !Objects.equals(
                                before.get(id).get("minutes"), left.get(id).get("minutes"));
                assertThat(named.contains(id))
                        .as("%s in %s", left.get(id), undo)
                        .isEqualTo(wasImported);
            } else if (isNew) {
                assertThat(then.byId().containsKey(id))
                        .as("%s in %s", now.get(id), undo)
                        .isEqualTo(named.contains(id));
            } else {
                assertThat(then.get(id)).as("%s", undo).isEqualTo(before.get(id));
            }
        }
        assertThat(undo.restored().size() + named.size())
                .isGreaterThanOrEqualTo((int) (done.created() + done.updated()));
    }

    /** Some of the imported visits, of which somebody else changes the minutes. */
    private static Set<UUID> edit(MergeWorld world, Dice dice) {
        Set<UUID> edited = new TreeSet<>();
        List<Visit> all = world.session
                .select(Visit.TYPE)
                .where(Visit.SUBJECT.startsWith("Visit "))
                .list();
        for (Visit visit : dice.some(all)) {
            visit.setMinutes(EDITED);
            edited.add(world.crm.asSystem().save(visit).getId());
        }
        return edited;
    }

    private static List<UUID> imported(Rows now) {
        List<UUID> imported = new ArrayList<>();
        now.byId().forEach((id, row) -> {
            Object subject = row.isA(Visit.TYPE.name()) ? row.get("subject") : null;
            if (subject instanceof String text && text.startsWith("Visit ")) {
                imported.add(id);
            }
        });
        return imported;
    }

    private static Set<UUID> named(UndoAll undo) {
        Set<UUID> named = new HashSet<>();
        undo.kept().stream().map(Kept::record).forEach(named::add);
        undo.blocked().stream().map(Blocked::record).forEach(named::add);
        return named;
    }

    /** Of the latest change sets of one record, which may come to nothing together. */
    @Property(tries = 8)
    void whatIsTakenBackAlreadyIsNotTakenBackAgain(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        Session session = world(dice).session;
        Visit visit = session.save(new Visit("Visit"));
        for (int i = 2 + dice.below(5); i > 0; i--) {
            visit.setMinutes(i % 2 + dice.below(2));
            visit = session.save(visit);
        }
        List<UUID> edits = session.history(visit).stream()
                .map(ChangeSet::id)
                .sorted()
                .skip(1)
                .toList();
        int from = dice.below(edits.size());

        UndoAll undo = session.undo(edits.subList(from, edits.size())).orThrow();

        assertThat(undo.kept()).as("%s", undo).isEmpty();
        Visit left = session.get(Visit.TYPE, visit.getId());
        UndoAll again = session.undo(edits.subList(from, edits.size()));
        assertThat(again.receipt()).as("%s after %s", again, undo).isEmpty();
        assertThat(session.get(Visit.TYPE, visit.getId()).getMinutes()).isEqualTo(left.getMinutes());
    }

    @Property(tries = 5)
    void allChangeSetsAreTakenBackOrNone(@ForAll("dice") List<Integer> numbers) {
        Dice dice = new Dice(numbers);
        MergeWorld world = world(dice);
        Sheet sheet = VisitSheets.goodSheet(dice);
        ImportReport done = world.session
                .importer(Visit.TYPE, layout -> VisitSheets.visits(layout).commitEvery(1))
                .run(sheet);
        Rows after = Rows.withoutHistory(world.crm);
        List<UUID> withAnother = new ArrayList<>(List.of(UUID.randomUUID()));
        withAnother.addAll(done.receipt());
        assertThatThrownBy(() -> world.session.undo(withAnother)).isInstanceOf(UnknownChangeSetException.class);
        assertThat(Rows.withoutHistory(world.crm)).isEqualTo(after);
        assertThatThrownBy(() -> world.session.inTransaction(within -> within.undo(done.receipt())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of inTransaction");
        assertThat(Rows.withoutHistory(world.crm)).isEqualTo(after);
    }
}
