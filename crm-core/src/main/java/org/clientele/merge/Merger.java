package org.clientele.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.door.Door;
import org.clientele.door.Outlook;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.property.Traits;
import org.clientele.store.Write;

/** Plans and applies merges within one transaction of an actor. */
public final class Merger {

    private final Door door;
    private final Schema schema;
    private final MergeDefaults defaults;

    public Merger(Door door, MergeDefaults defaults) {
        this.door = door;
        this.schema = door.schema();
        this.defaults = defaults;
    }

    /** The plan of a merge and what it has to write: nothing when its records can not be merged. */
    private record Draft<R extends CrmRecord>(MergePlan<R> plan, Optional<Writes<R>> writes) {}

    /** What a merge writes, in this order. */
    private record Writes<R extends CrmRecord>(
            List<Write<?>> relinks, Write.Update<R> master, List<Write<?>> deletions) {

        List<Write<?>> chosen() {
            List<Write<?>> chosen = new ArrayList<>();
            chosen.add(master);
            chosen.addAll(deletions);
            return chosen;
        }
    }

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
        door.claim(plan.request().type(), plan.request().members());
        Draft<R> draft = draft(plan.request());
        List<String> reasons = Age.of(plan, draft.plan());
        if (!reasons.isEmpty()) {
            return new MergeOutcome.Stale<>(reasons);
        } else if (draft.writes().isEmpty() || !draft.plan().problems().isEmpty()) {
            return new MergeOutcome.Rejected<>(draft.plan().problems());
        }
        return new MergeOutcome.Applied<>(door.changeSet(), write(draft.writes().get(), counted(plan.request())));
    }

    private <R extends CrmRecord> Draft<R> draft(MergeRequest<R> request) {
        Members<R> members = new Members<>(door, request);
        List<String> faults = members.faults();
        if (members.master().isPresent() && faults.isEmpty()) {
            return draft(members, members.master().get(), request);
        }
        List<String> problems = new ArrayList<>(members.denials());
        problems.addAll(faults);
        MergePlan<R> plan = new MergePlan<>(
                request,
                members.masterMember(),
                members.absorbedMembers(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                problems);
        return new Draft<>(plan, Optional.empty());
    }

    private <R extends CrmRecord> Draft<R> draft(Members<R> members, R master, MergeRequest<R> request) {
        EntityType<R> type = schema.typeOf(master);
        Fusion<R> fusion = new Fusion<>(schema, master, members.absorbed(), request, defaults);
        Relinking<R> relinking =
                new Relinking<>(door, type, master.getId(), Set.copyOf(request.absorbed()), any -> true);
        Writes<R> writes = new Writes<>(
                relinking.writes(),
                new Write.Update<>(type, master, fusion.fused()),
                deletions(type, members.absorbed()));

        Outlook outlook = door.outlook(writes.chosen(), writes.relinks());
        R merged = type.copy(stored(type, master, outlook));
        counted(request).forEach(property -> property.copy(fusion.fused(), merged));
        Result<R> result = new Result<>(schema, fusion, merged);
        List<Dropped> dropped = new ArrayList<>(result.losses());
        dropped.addAll(relinking.dropped());
        MergePlan<R> plan = new MergePlan<>(
                request,
                members.masterMember(),
                members.absorbedMembers(),
                result.changes(),
                relinking.relinks(),
                CarriedOver.of(schema, writes.relinks(), outlook.consequences()),
                dropped,
                problems(members, outlook, result.unheeded(request.sources()::containsKey)));
        return new Draft<>(plan, Optional.of(writes));
    }

    /** Folded values that were chosen: they are kept as chosen, whatever the records that now point to the master come to. */
    private <R extends CrmRecord> List<Property<? super R, ?>> counted(MergeRequest<R> request) {
        return schema.folded(request.type()).stream()
                .filter(property -> request.sources().containsKey(property))
                .toList();
    }

    private static <R extends CrmRecord> List<Write<?>> deletions(EntityType<R> type, List<R> absorbed) {
        List<Write<?>> deletions = new ArrayList<>();
        absorbed.forEach(record -> deletions.add(new Write.Delete<>(type, record)));
        return deletions;
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

    private static List<String> problems(Members<?> members, Outlook outlook, List<String> unheeded) {
        List<String> problems = new ArrayList<>(members.denials());
        outlook.denials().stream().filter(denial -> !problems.contains(denial)).forEach(problems::add);
        outlook.violations().stream().map(Violation::toString).forEach(problems::add);
        problems.addAll(unheeded);
        return problems;
    }

    /**
     * References move before anything goes. Unique values of the absorbed come to the master after their records went,
     * for a store that compares them write by write.
     */
    private <R extends CrmRecord> R write(Writes<R> writes, List<Property<? super R, ?>> counted) {
        R before = writes.master().before();
        R fused = writes.master().after();
        EntityType<R> type = writes.master().type();
        R first = type.copy(fused);
        copyUnique(type, before, first);
        door.write(List.of(new Write.Update<>(type, before, first)), writes.relinks());
        door.consequences().write(historySince(writes));
        door.write(writes.deletions());
        R stored = door.consequences().find(type, before.getId()).orElseThrow();
        R last = type.copy(stored);
        copyUnique(type, fused, last);
        door.consequences().write(List.of(new Write.Update<>(type, stored, last)));
        door.keep(type, fused, counted);
        return door.find(type, before.getId()).orElse(last);
    }

    /** That references moved is told in the history of the absorbed as well, which is the master's from now on. */
    private <R extends CrmRecord> List<Write<?>> historySince(Writes<R> writes) {
        Set<UUID> absorbed = new HashSet<>();
        writes.deletions().forEach(deletion -> absorbed.add(deletion.record().getId()));
        EntityType<R> type = writes.master().type();
        return new Relinking<>(door, type, writes.master().before().getId(), absorbed, EntityType::isHistory).writes();
    }

    private <R extends CrmRecord> void copyUnique(EntityType<R> type, R from, R to) {
        for (Property<? super R, ?> property : schema.properties(type)) {
            if (property.has(Traits.Unique.class)) {
                property.copy(from, to);
            }
        }
    }
}
