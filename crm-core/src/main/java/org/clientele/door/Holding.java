package org.clientele.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Ownership;
import org.clientele.model.Reference;
import org.clientele.model.Violation;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The records of one type, and of none that extends it, that one owner has.
 *
 * @param <H> the type that is owned
 */
final class Holding<H extends CrmRecord> {

    private static final int CHUNK = 500;

    private final Door door;
    private final Records all;
    private final Reference<H> reference;
    private final CrmRecord owner;
    private final Criterion<H> owned;

    Holding(Door door, Reference<H> reference, CrmRecord owner) {
        this.door = door;
        this.all = door.consequences();
        this.reference = reference;
        this.owner = owner;
        this.owned = new Criterion.OfClass<H>(Set.of(type().recordClass()))
                .and(reference.pointsTo(door.schema().typeOf(owner), Set.of(owner.getId())));
    }

    EntityType<H> type() {
        return reference.type();
    }

    /** That there are records which the actor does not see, and which would stay. */
    Optional<String> hidden() {
        long count = all.count(type(), owned) - door.count(type(), owned);
        return count == 0
                ? Optional.empty()
                : Optional.of(name() + " owns " + new SomeRecords(type(), count, List.of())
                        + " and that would stay; let somebody hand over who may see all");
    }

    /** For each organization that the new owner is outside of, that there are records in it. */
    List<String> outside(Predicate<UUID> belongsTo) {
        Ownership<? super H> by = type().ownership().orElseThrow();
        if (by.organization() == by.owner()) {
            return List.of();
        }
        Aggregation<H> perOrganization =
                new Aggregation<>(owned, List.of(by.organization()), List.of(new Measure.Count<>(Criterion.always())));
        List<String> sentences = new ArrayList<>();
        for (Group group : all.aggregate(type(), perOrganization)) {
            if (group.key().get(0) instanceof Ref<?> organization && !belongsTo.test(organization.id())) {
                sentences.add(outside(by.organization(), organization.id(), (Long)
                        group.values().get(0)));
            }
        }
        return sentences;
    }

    private String outside(ReferenceProperty<? super H, ?> organization, UUID id, long count) {
        EntityType<?> target = door.schema().type(organization.target());
        Criterion<H> there = new Reference<>(type(), organization).pointsTo(target, Set.of(id));
        String place = door.find(target, id)
                .map(found -> door.schema().nameOf(found))
                .orElse("an organization that you may not see");
        SomeRecords records = new SomeRecords(type(), count, names(owned.and(there)));
        return "does not belong to " + place + ", and " + records + " of " + name() + (records.isOne() ? " is" : " are")
                + " in it; let it join or choose another";
    }

    private List<String> names(Criterion<H> where) {
        return door.select(type(), Query.<H>of(where).stretch(0, SomeRecords.NAMED))
                .map(type()::nameOf)
                .toList();
    }

    /** Moves them some at a time, and says how many there were. */
    long moveTo(UUID to) {
        List<UUID> ids = ids();
        long moved = 0;
        for (int from = 0; from < ids.size(); from += CHUNK) {
            moved += move(ids.subList(from, Math.min(from + CHUNK, ids.size())), to);
        }
        return moved;
    }

    private int move(List<UUID> ids, UUID to) {
        List<Write<?>> writes = new ArrayList<>(ids.size());
        for (H record : door.findAll(type(), ids)) {
            if (owned.test(record, all)) {
                H after = type().copy(record);
                reference.repoint(after, Set.of(owner.getId()), to);
                writes.add(new Write.Update<>(type(), record, after));
            }
        }
        door.write(writes);
        return writes.size();
    }

    /** Those that others of the type point to come first: a rule may look at them, when they are in an earlier chunk. */
    private List<UUID> ids() {
        List<Attribute<? super H, ?>> wanted = new ArrayList<>(List.of(CrmRecord.ID));
        for (Property<? super H, ?> property : door.schema().properties(type())) {
            if (property instanceof ReferenceProperty<?, ?> to && to.target().isAssignableFrom(type().recordClass())) {
                wanted.add(property);
            }
        }
        PointedToFirst order = new PointedToFirst();
        try (Stream<List<@Nullable Object>> rows = door.values(type(), Query.of(owned), wanted)) {
            rows.forEach(order::add);
        }
        return order.ids();
    }

    /** That some are still the owner's, since something sets it whenever they are saved. */
    Optional<Violation> left() {
        long count = all.count(type(), owned);
        if (count == 0) {
            return Optional.empty();
        }
        SomeRecords records = new SomeRecords(type(), count, names(owned));
        return Optional.of(new Violation(
                name(),
                null,
                "still owns " + records + " after the hand-over, because saving sets the owner; change what sets it"));
    }

    private String name() {
        return door.schema().nameOf(owner);
    }
}
