package org.clientele.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.door.Affected;
import org.clientele.door.Door;
import org.clientele.door.Outlook;
import org.clientele.journal.Redirect;
import org.clientele.journal.Redirects;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.store.MassUpdate;
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
    private record Draft<R extends CrmRecord>(MergePlan<R> plan, Optional<MergeWrites<R>> writes) {}

    /** What the merge would do; nothing is written. */
    public <R extends CrmRecord> MergePlan<R> plan(EntityType<R> type, Consumer<MergeChoices<R>> choices) {
        MergeChoices<R> collected = new MergeChoices<>();
        choices.accept(collected);
        return draft(collected.request(type), true).plan();
    }

    /** The plan that a text says; IllegalArgumentException when it says none. */
    public <R extends CrmRecord> MergePlan<R> read(
            EntityType<R> type, String text, List<? extends MergeStrategy<?, ?>> strategies) {
        return PlanReading.of(schema, type, defaults, strategies).read(text);
    }

    /**
     * Does what the plan says, or nothing at all; when it was done before, tells what came of it then. What the store itself
     * refuses on the way is thrown, and ends the transaction.
     */
    public <R extends CrmRecord> MergeOutcome<R> apply(MergePlan<R> plan) {
        door.claim(plan.request().type(), plan.request().members());
        Optional<MergeOutcome<R>> first = firstOutcome(plan);
        if (first.isPresent()) {
            return first.get();
        }
        Draft<R> draft = draft(plan.request(), false);
        List<String> reasons = Age.of(plan, draft.plan());
        if (!reasons.isEmpty()) {
            return new MergeOutcome.Stale<>(reasons);
        } else if (draft.writes().isEmpty() || !draft.plan().problems().isEmpty()) {
            return new MergeOutcome.Rejected<>(draft.plan().problems());
        }
        return new MergeOutcome.Applied<>(
                door.changeSet(), draft.writes().get().write(door, plan.mark(), counted(plan.request())));
    }

    /** What came of this very plan, while what it did was not taken back and its master is to be seen. */
    private <R extends CrmRecord> Optional<MergeOutcome<R>> firstOutcome(MergePlan<R> plan) {
        List<Redirect> made = new Redirects(door.consequences())
                .of(plan.mark(), plan.request().absorbed());
        if (made.isEmpty()) {
            return Optional.empty();
        }
        UUID master = plan.request().master();
        UUID survivor =
                new Redirects(door.consequences()).survivors(List.of(master)).getOrDefault(master, master);
        return door.find(plan.request().type(), survivor)
                .map(stored -> new MergeOutcome.Applied<>(
                        Objects.requireNonNull(Redirect.CHANGE_SET.get(made.get(0))), stored));
    }

    /**
     * What the merge comes to.
     *
     * @param foretells whether folded values are counted of what will be; the writes themselves need them not
     */
    private <R extends CrmRecord> Draft<R> draft(MergeRequest<R> request, boolean foretells) {
        Members<R> members = new Members<>(door, request);
        List<String> faults = members.faults();
        if (members.master().isPresent() && faults.isEmpty()) {
            return draft(members, members.master().get(), request, foretells);
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

    private <R extends CrmRecord> Draft<R> draft(
            Members<R> members, R master, MergeRequest<R> request, boolean foretells) {
        EntityType<R> type = schema.typeOf(master);
        Fusion<R> fusion = new Fusion<>(schema, master, members.absorbed(), request, defaults);
        Relinking relinking = relinking(type, request, fusion.fused());
        Write.Update<R> update = new Write.Update<>(type, master, fusion.fused());
        List<Write<?>> deletions = deletions(type, members.absorbed());

        Outlook outlook = door.outlook(joined(List.of(update), deletions), relinking.writes(), relinking::isSettled);
        R bare = type.copy(stored(type, master, outlook));
        List<Affected<?>> affected = relinking.affected(bare);
        R merged = foretells ? foreseen(bare, outlook, affected) : bare;
        counted(request).forEach(property -> property.copy(fusion.fused(), merged));
        Result<R> result = new Result<>(schema, fusion, merged);
        List<Dropped> dropped = new ArrayList<>(result.losses());
        dropped.addAll(relinking.dropped());
        List<String> problems = problems(members, outlook, result.unheeded(request.sources()::containsKey));
        problems.addAll(relinking.problems());
        problems.addAll(new GivenRights(door, bond(type, request))
                .denials(relinking.relinks(), fusion.fused(), joined(List.of(master), members.absorbed())));
        MergePlan<R> plan = new MergePlan<>(
                request,
                members.masterMember(),
                members.absorbedMembers(),
                result.changes(),
                relinking.relinks(),
                CarriedOver.joined(
                        CarriedOver.of(schema, relinking.writes(), outlook.consequences()), relinking.carried(bare)),
                dropped,
                problems);
        return new Draft<>(plan, Optional.of(new MergeWrites<>(relinking.writes(), update, affected, deletions)));
    }

    private <R extends CrmRecord> R foreseen(R bare, Outlook outlook, List<Affected<?>> affected) {
        List<MassUpdate<?>> updates =
                affected.stream().<MassUpdate<?>>map(Affected::update).toList();
        return door.foreseen(bare, joined(outlook.writes(), outlook.consequences()), updates);
    }

    /** Moves at once what can, unless others carry what is moved: these are then looked at one by one, and so is all. */
    private <R extends CrmRecord> Relinking relinking(EntityType<R> type, MergeRequest<R> request, R fused) {
        Bond bond = bond(type, request);
        Kinds kinds = new Kinds(request.kept(), schema);
        Relinking relinking = new Relinking(door, bond, kinds, any -> true, true);
        return door.isFollowed(relinking.updates(fused))
                ? new Relinking(door, bond, kinds, any -> true, false)
                : relinking;
    }

    private static Bond bond(EntityType<?> type, MergeRequest<?> request) {
        return new Bond(type, request.master(), Set.copyOf(request.absorbed()));
    }

    private static <T> List<T> joined(List<? extends T> some, List<? extends T> others) {
        List<T> joined = new ArrayList<>(some);
        joined.addAll(others);
        return joined;
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
}
