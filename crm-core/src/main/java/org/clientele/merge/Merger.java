package org.clientele.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.door.Door;
import org.clientele.door.Outlook;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Write;

/** Plans and applies merges within one transaction of an actor. */
public final class Merger {

    private final Door door;
    private final MergeDefaults defaults;

    public Merger(Door door, MergeDefaults defaults) {
        this.door = door;
        this.defaults = defaults;
    }

    /** What a merge has to write, and the plan that says so. */
    private record Draft<R extends CrmRecord>(
            MergePlan<R> plan, List<Write<?>> relinks, Optional<Write.Update<R>> update, List<Write<?>> deletions) {}

    /** What the merge would do; nothing is written. */
    public <R extends CrmRecord> MergePlan<R> plan(EntityType<R> type, Consumer<MergeChoices<R>> choices) {
        MergeChoices<R> collected = new MergeChoices<>();
        choices.accept(collected);
        return draft(collected.request(type)).plan();
    }

    /**
     * Does what the plan says, or nothing at all. What the store itself refuses on the way is thrown, and ends the
     * transaction.
     */
    public <R extends CrmRecord> MergeOutcome<R> apply(MergePlan<R> plan) {
        Draft<R> draft = draft(plan.request());
        List<String> aged = Age.of(plan, draft.plan());
        if (!aged.isEmpty()) {
            return new MergeOutcome.Stale<>(aged);
        } else if (!draft.plan().problems().isEmpty()) {
            return new MergeOutcome.Rejected<>(draft.plan().problems());
        }
        return new MergeOutcome.Applied<>(door.changeSet(), write(draft));
    }

    private <R extends CrmRecord> Draft<R> draft(MergeRequest<R> request) {
        Members<R> members = new Members<>(door, request);
        Set<String> problems = new LinkedHashSet<>(members.denials());
        problems.addAll(members.faults());
        Optional<R> master = members.master();
        if (master.isEmpty() || !members.faults().isEmpty()) {
            return new Draft<>(plan(members, request, problems), List.of(), Optional.empty(), List.of());
        }
        return draft(members, master.get(), request, problems);
    }

    private static <R extends CrmRecord> MergePlan<R> plan(
            Members<R> members, MergeRequest<R> request, Set<String> problems) {
        return new MergePlan<>(
                request,
                members.member(request.master()),
                members.absorbedMembers(),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(problems));
    }

    private <R extends CrmRecord> Draft<R> draft(
            Members<R> members, R master, MergeRequest<R> request, Set<String> problems) {
        EntityType<R> type = door.schema().typeOf(master);
        Fusion<R> fusion = new Fusion<>(door.schema(), master, members.absorbed(), request, defaults);
        Relinking<R> relinking = new Relinking<>(door, type, master.getId(), Set.copyOf(request.absorbed()));
        Write.Update<R> update = new Write.Update<>(type, master, fusion.fused());
        List<Write<?>> deletions = new ArrayList<>();
        members.absorbed().forEach(record -> deletions.add(new Write.Delete<>(type, record)));
        List<Write<?>> writes = new ArrayList<>(deletions);
        writes.add(0, update);
        Outlook outlook = door.outlook(writes, relinking.writes());

        Result<R> result = new Result<>(door.schema(), fusion, stored(type, master, outlook));
        problems.addAll(outlook.denials());
        outlook.violations().stream().map(Violation::toString).forEach(problems::add);
        problems.addAll(result.unheeded(request.sources()::containsKey));
        List<Dropped> dropped = new ArrayList<>(result.losses());
        dropped.addAll(relinking.dropped());
        MergePlan<R> plan = new MergePlan<>(
                request,
                members.member(request.master()),
                members.absorbedMembers(),
                result.changes(),
                relinking.relinks(),
                dropped,
                List.copyOf(problems));
        return new Draft<>(plan, relinking.writes(), Optional.of(update), deletions);
    }

    /** The master as it would be stored: as it is when nothing changes. */
    private static <R extends CrmRecord> R stored(EntityType<R> type, R master, Outlook outlook) {
        return outlook.writes().stream()
                .filter(write ->
                        write instanceof Write.Update<?> && write.record().equals(master))
                .map(write -> type.recordClass().cast(write.record()))
                .findFirst()
                .orElse(master);
    }

    /**
     * References move before anything goes. Unique values of the absorbed come to the master after their records went,
     * for a store that compares them write by write.
     */
    private <R extends CrmRecord> R write(Draft<R> draft) {
        Write.Update<R> update = draft.update().orElseThrow();
        EntityType<R> type = update.type();
        UUID master = update.before().getId();
        door.consequences().write(draft.relinks());
        R first = type.copy(update.after());
        for (Property<? super R, ?> property : door.schema().properties(type)) {
            if (property.has(Traits.Unique.class)) {
                property.copy(update.before(), first);
            }
        }
        door.write(List.of(new Write.Update<>(type, update.before(), first)));
        door.write(draft.deletions());
        return finish(update, door.consequences().find(type, master).orElseThrow());
    }

    private <R extends CrmRecord> R finish(Write.Update<R> update, R stored) {
        EntityType<R> type = update.type();
        R last = type.copy(stored);
        for (Property<? super R, ?> property : door.schema().properties(type)) {
            if (property.has(Traits.Unique.class)) {
                property.copy(update.after(), last);
            }
        }
        List<CrmRecord> written = door.consequences().write(List.of(new Write.Update<>(type, stored, last)));
        return type.recordClass().cast(written.get(0));
    }
}
