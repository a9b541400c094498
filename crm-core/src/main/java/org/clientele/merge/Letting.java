package org.clientele.merge;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.value.AnyRef;

/** Tells of references that do not move to the master; of records that the actor may not see it gives no name. */
final class Letting {

    private final Door door;
    private final Bond bond;
    private final List<Dropped> dropped = new ArrayList<>();

    Letting(Door door, Bond bond) {
        this.door = door;
        this.bond = bond;
    }

    /** What was told. */
    List<Dropped> dropped() {
        return dropped;
    }

    /** Those of these records of which it was told that they let go by a reference. */
    Set<UUID> told(Reference<?> reference, Collection<UUID> among) {
        return dropped.stream()
                .filter(one -> one.property().equals(reference.property().name())
                        && among.contains(one.record().id()))
                .map(one -> one.record().id())
                .collect(toSet());
    }

    /** A record goes, and what it pointed to of the absorbed by a reference is lost, if anything. */
    @SuppressWarnings("unchecked") // the reference is one of the holder's own type
    <H extends CrmRecord> void tell(Reference<?> from, H holder, String reason) {
        tell((Reference<H>) from, holder, bond.absorbed(), reason);
    }

    /** A record lets go of the first of these to which it points, if of any. */
    <H extends CrmRecord> void tell(Reference<H> reference, H holder, Collection<UUID> targets, String reason) {
        targets.stream()
                .sorted()
                .filter(id -> reference.points(holder, Set.of(id)))
                .findFirst()
                .ifPresent(target -> dropped.add(new Dropped(
                        new AnyRef(reference.type().name(), holder.getId()),
                        name(reference.type(), holder),
                        reference.property().name(),
                        bond.target() + " " + target,
                        reason)));
    }

    /** What the actor may call a record. */
    <H extends CrmRecord> String name(EntityType<H> type, H holder) {
        return door.find(type, holder.getId()).map(type::nameOf).orElse("that you may not see");
    }
}
