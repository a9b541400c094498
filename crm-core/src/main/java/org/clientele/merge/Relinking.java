package org.clientele.merge;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.Carried;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Traits;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.jspecify.annotations.Nullable;

/** Finds every reference to the absorbed records, whoever may see it, and moves it to the master. */
final class Relinking<R extends CrmRecord> {

    private final Door door;
    private final Records all;
    private final EntityType<R> target;
    private final UUID master;
    private final Set<UUID> absorbed;
    private final Map<UUID, Write.Update<?>> updates = new LinkedHashMap<>();
    private final Map<Place, SortedSet<UUID>> moved =
            new TreeMap<>(Comparator.comparing(Place::type).thenComparing(Place::property));
    private final List<Write<?>> doubles = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final Set<EntityType<?>> carrying;

    /** From where references move. */
    private record Place(String type, String property) {}

    /**
     * Finds references.
     *
     * @param from the types that point
     */
    Relinking(Door door, EntityType<R> target, UUID master, Set<UUID> absorbed, Predicate<EntityType<?>> from) {
        this.door = door;
        this.all = door.consequences();
        this.target = target;
        this.master = master;
        this.absorbed = absorbed;
        this.carrying = door.schema().types().stream()
                .filter(type -> carries(door.schema(), type))
                .collect(toSet());
        door.schema().referencesTo(target).stream()
                .filter(reference -> from.test(reference.type()))
                .forEach(this::move);
        MovedPairs.settle(updates.values()).forEach(id -> dropDouble(id, MovedPairs.OF_ONE));
        Doubles.among(updates.values(), all).forEach(this::dropDouble);
    }

    /** What moves the references: what goes first, then what carries no values of others, then what does. */
    List<Write<?>> writes() {
        Map<Boolean, List<Write<?>>> byCarrying =
                updates.values().stream().collect(partitioningBy(write -> carrying.contains(write.type()), toList()));
        List<Write<?>> writes = new ArrayList<>(doubles);
        writes.addAll(byCarrying.get(false));
        writes.addAll(byCarrying.get(true));
        return writes;
    }

    private static boolean carries(Schema schema, EntityType<?> type) {
        return schema.properties(type).stream()
                .anyMatch(property -> property.trait(Carried.class).isPresent());
    }

    List<Relink> relinks() {
        List<Relink> relinks = new ArrayList<>();
        moved.forEach((place, ids) -> relinks.add(new Relink(place.type(), place.property(), ids.size(), mark(ids))));
        return relinks;
    }

    private static UUID mark(Set<UUID> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * 2 * Long.BYTES);
        ids.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return UUID.nameUUIDFromBytes(bytes.array());
    }

    /** The references that can not move. */
    List<Dropped> dropped() {
        return dropped;
    }

    private <H extends CrmRecord> void move(Reference<H> reference) {
        boolean oneOnly = reference.property().has(Traits.Unique.class)
                && !(reference.property() instanceof CollectionProperty<?, ?, ?>);
        boolean taken = oneOnly && !holders(reference, Set.of(master)).isEmpty();
        for (H holder : holders(reference, absorbed)) {
            if (taken) {
                drop(reference, holder);
            } else {
                repoint(reference, holder, master);
                Place place = new Place(
                        door.schema().typeOf(holder).name(),
                        reference.property().name());
                moved.computeIfAbsent(place, newPlace -> new TreeSet<>()).add(holder.getId());
                taken = oneOnly;
            }
        }
    }

    /** The records that point there from here, by identity; those of the merge itself do not count. */
    private <H extends CrmRecord> List<H> holders(Reference<H> reference, Set<UUID> ids) {
        return all.select(reference.type(), Query.of(reference.pointsTo(target, ids)))
                .filter(holder -> !absorbed.contains(holder.getId()) && !master.equals(holder.getId()))
                .toList();
    }

    private <H extends CrmRecord> void repoint(Reference<H> reference, H holder, @Nullable UUID to) {
        EntityType<H> type = door.schema().typeOf(holder);
        Write.Update<?> former = updates.get(holder.getId());
        H after = former == null
                ? type.copy(holder)
                : reference.type().recordClass().cast(former.after());
        reference.repoint(after, absorbed, to);
        updates.putIfAbsent(holder.getId(), new Write.Update<>(type, holder, after));
    }

    /** A record that would be the same as another goes instead of moving. */
    private void dropDouble(UUID id, String reason) {
        Write.Update<?> update = updates.remove(id);
        if (update != null) {
            moved.values().forEach(ids -> ids.remove(id));
            moved.values().removeIf(Set::isEmpty);
            drop(update, reason);
        }
    }

    private <H extends CrmRecord> void drop(Write.Update<H> update, String reason) {
        H holder = update.before();
        doubles.add(new Write.Delete<>(update.type(), holder));
        door.schema().referencesTo(target).stream()
                .filter(reference -> reference.type() == update.type())
                .forEach(
                        reference -> tell(reference, update.type().recordClass().cast(holder), reason));
    }

    @SuppressWarnings("unchecked") // the reference is one of the holder's own type
    private <H extends CrmRecord> void tell(Reference<?> from, H holder, String reason) {
        Reference<H> reference = (Reference<H>) from;
        Set<UUID> targets = new TreeSet<>(absorbed);
        targets.removeIf(id -> !reference.points(holder, Set.of(id)));
        if (!targets.isEmpty()) {
            dropped.add(dropped(reference, holder, targets.iterator().next(), reason));
        }
    }

    private <H extends CrmRecord> void drop(Reference<H> reference, H holder) {
        Set<UUID> targets = new HashSet<>(absorbed);
        targets.removeIf(id -> !reference.points(holder, Set.of(id)));
        repoint(reference, holder, null);
        dropped.add(dropped(
                reference,
                holder,
                targets.iterator().next(),
                "only one record may point to another by this property, and one points to the master"));
    }

    private <H extends CrmRecord> Dropped dropped(Reference<H> reference, H holder, UUID target, String reason) {
        EntityType<H> type = door.schema().typeOf(holder);
        return new Dropped(
                new AnyRef(type.name(), holder.getId()),
                door.find(type, holder.getId()).map(type::nameOf).orElse("that you may not see"),
                reference.property().name(),
                this.target + " " + target,
                reason);
    }
}
