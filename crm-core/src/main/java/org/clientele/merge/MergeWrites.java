package org.clientele.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.door.Affected;
import org.clientele.door.Door;
import org.clientele.journal.Redirect;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;

/**
 * What a merge writes.
 *
 * @param relinks what moves references record by record
 * @param master what becomes of the master
 * @param moves what moves references at once
 * @param deletions the absorbed
 */
record MergeWrites<R extends CrmRecord>(
        List<Write<?>> relinks, Write.Update<R> master, List<Affected<?>> moves, List<Write<?>> deletions) {

    /**
     * References move before anything goes, those of history last. Unique values of the absorbed come to the master after their records went, for a
     * store that compares them write by write.
     *
     * @param plan tells the plan from others
     * @param counted the folded values that were chosen
     * @return the master as it is stored then
     */
    R write(Door door, UUID plan, List<Property<? super R, ?>> counted) {
        EntityType<R> type = master.type();
        R before = master.before();
        R fused = master.after();
        R first = type.copy(fused);
        copyUnique(door, before, first);
        door.write(List.of(new Write.Update<>(type, before, first)), relinks);
        door.updateAffected(
                moves.stream().filter(some -> !some.update().type().isHistory()).toList());
        moveHistory(door);
        door.write(deletions);
        door.consequences().write(redirects(door.changeSet(), plan));
        R stored = door.consequences().find(type, before.getId()).orElseThrow();
        R last = type.copy(stored);
        copyUnique(door, fused, last);
        door.consequences().write(List.of(new Write.Update<>(type, stored, last)));
        door.keep(type, fused, counted);
        return door.find(type, before.getId()).orElse(last);
    }

    /** History is moved as it is by then: that references moved is told in that of the absorbed as well. */
    private void moveHistory(Door door) {
        Set<UUID> absorbed = new LinkedHashSet<>();
        deletions.forEach(deletion -> absorbed.add(deletion.record().getId()));
        Bond bond = new Bond(master.type(), master.before().getId(), absorbed);
        Relinking history = new Relinking(door, bond, new Kinds(Map.of(), door.schema()), EntityType::isHistory, true);
        door.consequences().write(history.writes());
        door.updateAffected(history.affected(master.before()));
    }

    private List<Write<?>> redirects(UUID changeSet, UUID plan) {
        List<Write<?>> redirects = new ArrayList<>();
        for (Write<?> deletion : deletions) {
            AnyRef from = new AnyRef(deletion.type().name(), deletion.record().getId());
            Redirect redirect = new Redirect(from, master.before().getId(), changeSet, plan);
            redirects.add(new Write.Insert<>(Redirect.TYPE, redirect));
        }
        return redirects;
    }

    private void copyUnique(Door door, R from, R to) {
        for (Property<? super R, ?> property : door.schema().properties(master.type())) {
            if (property.has(Traits.Unique.class)) {
                property.copy(from, to);
            }
        }
    }
}
