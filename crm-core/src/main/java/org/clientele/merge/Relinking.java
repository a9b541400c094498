package org.clientele.merge;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.criteria.Query;
import org.clientele.door.Affected;
import org.clientele.door.AtOnce;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Traits;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.store.MassUpdate;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * Finds every reference to the absorbed records, whoever may see it, and moves it to the master: at once where nothing else of
 * the records that point follows from it, record by record otherwise.
 */
final class Relinking {

    private final Door door;
    private final Records all;
    private final Bond bond;
    private final Kinds kinds;
    private final boolean atOnce;
    private final Map<UUID, Write.Update<?>> updates = new LinkedHashMap<>();
    private final Map<UUID, Write<?>> deletions = new LinkedHashMap<>();
    private final List<MassMove<?>> moves = new ArrayList<>();
    private final Moved moved = new Moved();
    private final Letting letting;
    private final List<String> problems = new ArrayList<>();
    private final Set<EntityType<?>> carrying;

    /**
     * Finds references.
     *
     * @param from the types that point
     * @param atOnce whether references may move at once where they can
     */
    Relinking(Door door, Bond bond, Kinds kinds, Predicate<EntityType<?>> from, boolean atOnce) {
        this.door = door;
        this.all = door.consequences();
        this.letting = new Letting(door, bond);
        this.bond = bond;
        this.kinds = kinds;
        this.atOnce = atOnce;
        this.carrying = door.schema().types().stream()
                .filter(type -> carries(door.schema(), type))
                .collect(toSet());
        List<Reference<?>> references = door.schema().referencesTo(bond.target()).stream()
                .filter(reference -> from.test(reference.type()))
                .toList();
        references.forEach(this::letGo);
        references.forEach(this::move);
        MovedPairs.settle(updates.values()).forEach(id -> dropDouble(id, MovedPairs.OF_ONE));
        Doubles.among(updates.values(), all).forEach(this::dropDouble);
        moves.forEach(this::dropDoubles);
    }

    /** What moves the references that do not move at once: what goes first, then what carries no values of others, then what does. */
    List<Write<?>> writes() {
        Map<Boolean, List<Write<?>>> byCarrying =
                updates.values().stream().collect(partitioningBy(write -> carrying.contains(write.type()), toList()));
        List<Write<?>> writes = new ArrayList<>(deletions.values());
        writes.addAll(byCarrying.get(false));
        writes.addAll(byCarrying.get(true));
        return writes;
    }

    private static boolean carries(Schema schema, EntityType<?> type) {
        return schema.properties(type).stream()
                .anyMatch(property -> property.trait(Carried.class).isPresent());
    }

    /** What moves the others, once the master is as it will be. */
    List<MassUpdate<?>> updates(CrmRecord merged) {
        return moves.stream().<MassUpdate<?>>map(move -> move.update(merged)).toList();
    }

    /** The same, with what was read of the records. */
    List<Affected<?>> affected(CrmRecord merged) {
        return moves.stream().<Affected<?>>map(move -> affected(move, merged)).toList();
    }

    private static <H extends CrmRecord> Affected<H> affected(MassMove<H> move, CrmRecord merged) {
        return move.affected(move.update(merged));
    }

    /** What records carry of the master besides, that carry something else now. */
    List<CarriedOver> carried(CrmRecord merged) {
        return moves.stream().flatMap(move -> carried(move, merged)).toList();
    }

    private static <H extends CrmRecord> Stream<CarriedOver> carried(MassMove<H> move, CrmRecord merged) {
        return move.carried(move.update(merged)).stream();
    }

    /** Whether nobody will point from there to the absorbed any more, by what moves at once. */
    boolean isSettled(EntityType<?> target, Reference<?> reference) {
        return target == bond.target()
                && moves.stream().anyMatch(move -> move.reference().equals(reference));
    }

    List<Relink> relinks() {
        return moved.relinks();
    }

    /** What can not move, or shall not. */
    List<Dropped> dropped() {
        return letting.dropped();
    }

    /** Why the merge can not be done. */
    List<String> problems() {
        return problems;
    }

    /** Of a kind of which only one member's records are kept, all others let go. */
    private <H extends CrmRecord> void letGo(Reference<H> reference) {
        for (Kinds.Kept<H> kept : kinds.from(reference)) {
            Set<UUID> others = bond.members();
            others.remove(kept.member());
            String reason =
                    "only those of " + bond.target() + " " + kept.member() + " were to be kept of every " + kept.kind();
            Query<H> query =
                    Query.<H>of(reference.pointsTo(bond.target(), others)).and(kept.where());
            for (H holder : all.select(reference.type(), query)
                    .filter(this::isOutside)
                    .filter(holder -> all.schema().typeOf(holder) == reference.type())
                    .toList()) {
                letGo(reference, holder, others, reason);
            }
        }
    }

    private <H extends CrmRecord> void letGo(Reference<H> reference, H holder, Set<UUID> others, String reason) {
        if (deletions.containsKey(holder.getId())) {
            return;
        }
        letting.tell(reference, holder, others, reason);
        if (reference.whenTargetGoes() == WhenTargetGoes.GO_ALONG) {
            delete(new Write.Delete<>(reference.type(), holder));
        } else if (reference.whenTargetGoes() == WhenTargetGoes.CLEAR) {
            repoint(reference, holder, others, null);
        } else {
            problems.add(reference.type() + " " + letting.name(reference.type(), holder) + " can not be without its "
                    + reference.property() + "; append them instead of replacing");
        }
    }

    private void delete(Write.Delete<?> deletion) {
        UUID id = deletion.record().getId();
        updates.remove(id);
        deletions.put(id, deletion);
        moved.remove(id);
    }

    private <H extends CrmRecord> void move(Reference<H> reference) {
        if (atOnce && AtOnce.fits(reference, door.schema())) {
            MassMove<H> move = new MassMove<>(reference, bond, all);
            move.leave(deletions.keySet());
            move.leave(letting.told(reference, updates.keySet()));
            if (!move.ids().isEmpty()) {
                moves.add(move);
                moved.add(reference, move.ids());
            }
            return;
        }
        boolean oneOnly = reference.property().has(Traits.Unique.class)
                && !(reference.property() instanceof CollectionProperty<?, ?, ?>);
        boolean taken = oneOnly && !holders(reference, Set.of(bond.master())).isEmpty();
        for (H holder : holders(reference, bond.absorbed())) {
            if (taken) {
                drop(reference, holder);
            } else {
                repoint(reference, holder, bond.absorbed(), bond.master());
                moved.add(reference, Set.of(holder.getId()));
                taken = oneOnly;
            }
        }
    }

    /** The records that point there from here, by identity, as far as they have not let go; those of the merge itself do not count. */
    private <H extends CrmRecord> List<H> holders(Reference<H> reference, Set<UUID> ids) {
        return all.select(reference.type(), Query.of(reference.pointsTo(bond.target(), ids)))
                .filter(this::isOutside)
                .filter(holder -> all.schema().typeOf(holder) == reference.type())
                .filter(holder -> !deletions.containsKey(holder.getId()))
                .filter(holder -> reference.points(after(reference, holder), ids))
                .toList();
    }

    private boolean isOutside(CrmRecord holder) {
        return !bond.members().contains(holder.getId());
    }

    /** The record as it will be, as far as that is settled. */
    private <H extends CrmRecord> H after(Reference<H> reference, H holder) {
        Write.Update<?> former = updates.get(holder.getId());
        return former == null ? holder : reference.type().recordClass().cast(former.after());
    }

    private <H extends CrmRecord> void repoint(Reference<H> reference, H holder, Set<UUID> from, @Nullable UUID to) {
        EntityType<H> type = reference.type();
        H after = updates.containsKey(holder.getId()) ? after(reference, holder) : type.copy(holder);
        reference.repoint(after, from, to);
        updates.putIfAbsent(holder.getId(), new Write.Update<>(type, holder, after));
    }

    /** A record that would be the same as another goes instead of moving. */
    private void dropDouble(UUID id, String reason) {
        Write.Update<?> update = updates.get(id);
        if (update != null) {
            dropDouble(update.type(), update.before(), reason);
        }
    }

    private <H extends CrmRecord> void dropDoubles(MassMove<H> move) {
        Map<UUID, String> doubles = move.doubles(deletions.keySet());
        all.findAll(move.reference().type(), doubles.keySet())
                .forEach(holder ->
                        dropDouble(move.reference().type(), holder, String.valueOf(doubles.get(holder.getId()))));
        moves.forEach(other -> other.leave(doubles.keySet()));
    }

    private <H extends CrmRecord> void dropDouble(EntityType<H> type, CrmRecord going, String reason) {
        H holder = type.recordClass().cast(going);
        delete(new Write.Delete<>(type, holder));
        door.schema().referencesTo(bond.target()).stream()
                .filter(reference -> reference.type() == type)
                .forEach(reference -> letting.tell(reference, holder, reason));
    }

    private <H extends CrmRecord> void drop(Reference<H> reference, H holder) {
        letting.tell(
                reference,
                holder,
                bond.absorbed(),
                "only one record may point to another by this property, and one points to the master");
        repoint(reference, holder, bond.absorbed(), null);
    }
}
