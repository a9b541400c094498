package org.clientele.undo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.Records;
import org.clientele.store.Write;

/** Finds who points to records that are to go and would lose them: a record that others use by now stays. */
final class Needs {

    private static final int AT_ONCE = 500;

    /** How many of those who need a record are called by their names. */
    private static final int NAMED = 3;

    private final Door door;
    private final Records all;

    private final List<MassReversal<?>> masses;

    /**
     * Looks at who points.
     *
     * @param masses the references that move away at once before anything goes
     */
    Needs(Door door, List<MassReversal<?>> masses) {
        this.door = door;
        this.all = door.consequences();
        this.masses = masses;
    }

    /** Whether all references from one place to records of a type are such as move away at once. */
    boolean isSettled(Reference<?> reference) {
        return masses.stream().anyMatch(mass -> mass.reference().equals(reference));
    }

    /** Who needs records that these writes delete, by the identities of those: sentences. */
    Map<UUID, List<String>> among(List<Write<?>> writes) {
        Map<UUID, Write<?>> byId = new HashMap<>();
        Map<EntityType<?>, List<UUID>> going = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            byId.put(write.record().getId(), write);
            if (write instanceof Write.Delete<?>) {
                going.computeIfAbsent(write.type(), type -> new ArrayList<>())
                        .add(write.record().getId());
            }
        }
        Map<UUID, List<String>> needed = new LinkedHashMap<>();
        going.forEach((type, ids) -> {
            for (Reference<?> reference : all.schema().referencesTo(type)) {
                if (!isKeptOfIt(reference)) {
                    look(reference, type, ids, byId, needed);
                }
            }
        });
        return needed;
    }

    /** What the CRM itself keeps of a record, such as how far it came, goes and comes back with it. */
    private static boolean isKeptOfIt(Reference<?> reference) {
        return reference.type().isHistory()
                || (reference.type().isMadeByCrm() && reference.whenTargetGoes() == WhenTargetGoes.GO_ALONG);
    }

    private <H extends CrmRecord> void look(
            Reference<H> reference,
            EntityType<?> target,
            List<UUID> ids,
            Map<UUID, Write<?>> writes,
            Map<UUID, List<String>> needed) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<UUID> some = new LinkedHashSet<>(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            Set<UUID> moving = moving(reference, some);
            Criterion<H> pointing = new Criterion.OfClass<H>(
                            Set.of(reference.type().recordClass()))
                    .and(reference.pointsTo(target, some));
            if (moving.isEmpty() || all.count(reference.type(), pointing) > moving.size()) {
                all.select(reference.type(), Query.of(pointing))
                        .filter(holder -> !moving.contains(holder.getId()))
                        .toList()
                        .forEach(holder -> look(reference, holder, some, writes, needed));
            }
        }
    }

    /** The records that point from one place to one of these and move away at once. */
    private Set<UUID> moving(Reference<?> reference, Set<UUID> from) {
        Set<UUID> moving = new LinkedHashSet<>();
        masses.stream()
                .filter(mass -> mass.reference().equals(reference) && from.contains(mass.left()))
                .forEach(mass -> moving.addAll(mass.holders()));
        return moving;
    }

    private <H extends CrmRecord> void look(
            Reference<H> reference,
            H holder,
            Set<UUID> ids,
            Map<UUID, Write<?>> writes,
            Map<UUID, List<String>> needed) {
        Write<?> write = writes.get(holder.getId());
        if (write instanceof Write.Delete<?>) {
            return;
        }
        H then = write == null ? holder : reference.type().recordClass().cast(write.record());
        reference.eachTarget(then, (type, id) -> {
            if (ids.contains(id)) {
                List<String> reasons = needed.computeIfAbsent(id, first -> new ArrayList<>());
                if (reasons.size() < NAMED) {
                    reasons.add("is needed by " + name(holder) + ", which points to it by " + reference.property()
                            + "; delete or re-point that first");
                }
            }
        });
    }

    private <H extends CrmRecord> String name(H holder) {
        EntityType<H> type = all.schema().typeOf(holder);
        return door.find(type, holder.getId())
                .map(seen -> all.schema().nameOf(seen))
                .orElse("a " + type + " that you may not see");
    }
}
