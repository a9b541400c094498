package org.clientele.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.door.Door;
import org.clientele.journal.Recorded;
import org.clientele.journal.Redirect;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.store.MassUpdate;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** Takes change sets back within one transaction of an actor. */
public final class Undoer {

    private final Door door;

    public Undoer(Door door) {
        this.door = door;
    }

    /**
     * What taking back a change set would do; nothing is written.
     *
     * @throws UnknownChangeSetException when it is not there, or the actor may not see all records that it was asked to change
     */
    public Undo plan(UUID changeSet) {
        return draft(changeSet).answer(Optional.empty());
    }

    /**
     * Takes a change set back: what nobody changed since becomes what it was, the rest is named.
     *
     * @throws UnknownChangeSetException when it is not there, or the actor may not see all records that it was asked to change
     */
    public Undo undo(UUID changeSet) {
        Answer answer = draft(changeSet);
        List<Write<?>> asked = answer.reversals().writes(false);
        List<Write<?>> followed = answer.reversals().writes(true);
        boolean isNothing = asked.isEmpty()
                && followed.isEmpty()
                && answer.reversals().masses().isEmpty();
        if (answer.isRefused() || isNothing) {
            return answer.answer(Optional.empty());
        }
        Undo undo = answer.answer(Optional.of(door.changeSet()));
        door.undoes(changeSet);
        moveBack(masses(answer.reversals(), false));
        door.putBack(renewed(asked), renewed(followed));
        moveBack(masses(answer.reversals(), true));
        recount(answer.reversals());
        return undo;
    }

    /** The same changes of the records as they are stored by now: references of theirs may have moved at once before. */
    private List<Write<?>> renewed(List<Write<?>> writes) {
        Map<EntityType<?>, List<UUID>> ids = new LinkedHashMap<>();
        writes.stream()
                .filter(write -> !(write instanceof Write.Insert<?>))
                .forEach(write -> ids.computeIfAbsent(write.type(), type -> new ArrayList<>())
                        .add(write.record().getId()));
        Map<UUID, CrmRecord> stored = new HashMap<>();
        ids.forEach((type, some) ->
                door.consequences().findAll(type, some).forEach(record -> stored.put(record.getId(), record)));
        List<Write<?>> renewed = new ArrayList<>();
        writes.forEach(
                write -> renewed.add(renewed(write, stored.get(write.record().getId()))));
        return renewed;
    }

    private <R extends CrmRecord> Write<R> renewed(Write<R> write, @Nullable CrmRecord stored) {
        if (stored == null || write instanceof Write.Insert<R>) {
            return write;
        }
        R before = write.type().recordClass().cast(stored);
        if (write instanceof Write.Update<R> update) {
            R after = write.type().copy(before);
            for (Property<? super R, ?> property : door.schema().properties(write.type())) {
                if (update.changes(property)) {
                    property.copy(update.after(), after);
                }
            }
            return new Write.Update<>(write.type(), before, after);
        }
        return new Write.Delete<>(write.type(), before);
    }

    private static List<MassReversal<?>> masses(Reversals reversals, boolean comesBack) {
        return reversals.masses().stream()
                .filter(mass -> mass.comesBack() == comesBack)
                .toList();
    }

    /** Moves references back to records that are there by now. */
    private void moveBack(List<MassReversal<?>> masses) {
        List<MassUpdate<?>> updates = new ArrayList<>();
        for (MassReversal<?> mass : masses) {
            CrmRecord to =
                    door.consequences().find(mass.target(), mass.before()).orElseThrow();
            updates.add(mass.update(to, door.schema()));
        }
        if (!updates.isEmpty()) {
            door.update(updates);
        }
    }

    private Answer draft(UUID changeSet) {
        Recorded recorded = Recorded.find(door.consequences(), changeSet)
                .orElseThrow(() -> new UnknownChangeSetException(changeSet));
        Reversals reversals = new Reversals(door.consequences(), recorded);
        requireSight(changeSet, reversals);
        Recorded standing = recorded.standing(door.consequences());
        if (!standing.equals(recorded)) {
            reversals = new Reversals(door.consequences(), standing);
        }
        blockWhatCanNotBe(reversals);
        return new Answer(door, standing, reversals);
    }

    /** Whoever undoes must see what history tells of, records that are gone as if they were there. */
    private void requireSight(UUID changeSet, Reversals reversals) {
        List<Write<?>> notThere = new ArrayList<>();
        for (Reversal<?> each : reversals.reversals()) {
            if (!each.net().isFollowed()) {
                each.gone().ifPresent(notThere::add);
            }
        }
        reversals.writes(false).stream()
                .filter(write -> write instanceof Write.Insert<?>)
                .forEach(notThere::add);
        Set<UUID> unseen = door.unseen(notThere);
        boolean seesAny = door.isOfSystem();
        for (Reversal<?> each : reversals.reversals()) {
            if (!each.net().isFollowed()) {
                boolean isSeen = each.stored() == null ? !unseen.contains(each.id()) : isSeen(each.type(), each.id());
                if (!isSeen) {
                    throw new UnknownChangeSetException(changeSet);
                }
                seesAny |= each.stored() != null
                        || each.write() != null
                        || each.gone().isPresent();
            }
        }
        if (!seesAny) {
            throw new UnknownChangeSetException(changeSet);
        }
    }

    private <R extends CrmRecord> boolean isSeen(EntityType<R> type, UUID id) {
        return door.find(type, id).isPresent();
    }

    /** Leaves out what is refused until nothing is: what is left out may be needed by more. */
    private void blockWhatCanNotBe(Reversals reversals) {
        Needs needs = new Needs(door, masses(reversals, false));
        Map<UUID, List<String>> refused;
        do {
            List<Write<?>> asked = reversals.writes(false);
            List<Write<?>> followed = reversals.writes(true);
            List<Write<?>> all = new ArrayList<>(asked);
            all.addAll(followed);
            refused = needs.among(all);
            if (refused.isEmpty() && !all.isEmpty()) {
                refused = door.refusals(asked, followed, (type, reference) -> needs.isSettled(reference));
            }
            refused.forEach((id, sentences) ->
                    sentences.forEach(sentence -> reversals.findings().block(id, sentence)));
        } while (!refused.isEmpty() && !reversals.isHopeless());
    }

    /**
     * Values that were chosen against what they follow from are counted anew where their records part again: also those of the
     * record that stood for them, of which the merge need not have changed anything else.
     */
    private void recount(Reversals reversals) {
        Map<EntityType<?>, Set<UUID>> parting = new LinkedHashMap<>();
        List<Write<?>> asked = reversals.writes(false);
        for (Write<?> write : asked) {
            if (write instanceof Write.Insert<?>) {
                parting.computeIfAbsent(write.type(), type -> new LinkedHashSet<>());
            }
        }
        parting.forEach((type, ids) -> asked.stream()
                .filter(write -> write.type() == type && !(write instanceof Write.Delete<?>))
                .forEach(write -> ids.add(write.record().getId())));
        for (Write<?> write : reversals.writes(true)) {
            if (write instanceof Write.Delete<?> && write.record() instanceof Redirect redirect) {
                addSurvivor(redirect, parting);
            }
        }
        parting.forEach(door::recount);
    }

    private void addSurvivor(Redirect redirect, Map<EntityType<?>, Set<UUID>> parting) {
        EntityType<?> type = door.schema().type(String.valueOf(Redirect.RECORD_TYPE.get(redirect)));
        UUID survivor = Objects.requireNonNull(Redirect.SURVIVOR_ID.get(redirect));
        if (door.consequences().find(type, survivor).isPresent()) {
            parting.computeIfAbsent(type, first -> new LinkedHashSet<>()).add(survivor);
        }
    }
}
