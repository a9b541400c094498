package org.clientele.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.access.AccessDecision;
import org.clientele.access.Permission;
import org.clientele.criteria.Criterion;
import org.clientele.door.Door;
import org.clientele.door.HandOver;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.property.Traits;

/**
 * Whether somebody may let a merge move what rights hang on. With whom the master is shared from now on is decided by who may
 * assign it; who is a member of what, by who may assign all that is merged; whose records are, by who may assign each of these, and they stay within the organizations of their owner.
 * Nobody gets by a merge what could not be given otherwise.
 */
final class GivenRights {

    private final Door door;
    private final Bond bond;

    GivenRights(Door door, Bond bond) {
        this.door = door;
        this.bond = bond;
    }

    /**
     * What stands against moving these, by sentences.
     *
     * @param master the first record of the merge as it will be
     * @param members the records of the merge as they are, the master first
     */
    <R extends CrmRecord> List<String> denials(List<Relink> relinks, R master, List<R> members) {
        List<String> denials = new ArrayList<>();
        HandOver handOver = new HandOver(door);
        members.stream().skip(1).forEach(absorbed -> denials.addAll(handOver.outside(absorbed, master)));
        boolean bears = false;
        for (Reference<?> reference : door.schema().referencesTo(bond.target())) {
            if (relinks.stream().anyMatch(relink -> isFrom(reference, relink))) {
                bears |= reference.property().has(Traits.BearsRights.class);
                if (reference.isOwnership()) {
                    addUnassignable(reference, denials);
                }
            }
        }
        if (bears) {
            members.stream()
                    .limit(bond.target().owning().isPresent() ? members.size() : 1)
                    .map(member -> door.decide(Permission.ASSIGN, door.schema().typeOf(member), member))
                    .filter(decision -> !decision.granted())
                    .map(AccessDecision::sentence)
                    .forEach(denials::add);
        }
        return denials;
    }

    private static boolean isFrom(Reference<?> reference, Relink relink) {
        return relink.type().equals(reference.type().name())
                && relink.property().equals(reference.property().name());
    }

    private <H extends CrmRecord> void addUnassignable(Reference<H> reference, List<String> denials) {
        EntityType<H> type = reference.type();
        Criterion<H> theirs = new Criterion.OfClass<H>(Set.of(type.recordClass()))
                .and(reference.pointsTo(bond.target(), bond.absorbed()));
        long all = door.consequences().count(type, theirs);
        long assignable = door.count(Permission.ASSIGN, type, theirs);
        if (assignable < all) {
            denials.add("you may not ASSIGN " + (all - assignable) + " of " + all + " records of type " + type
                    + " that the merge would give to another " + reference.property()
                    + "; hand over what you may, or let somebody merge who may assign all of them");
        }
    }
}
