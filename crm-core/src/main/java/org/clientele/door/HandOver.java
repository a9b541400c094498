package org.clientele.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientele.access.AccessDeniedException;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.InvalidRecordException;
import org.clientele.model.Reference;
import org.clientele.model.Violation;
import org.clientele.organization.Owner;
import org.clientele.store.RecordNotFoundException;

/** Hands over all that one owner has to another of its kind: all of it, so that the owner can go, or nothing. */
public final class HandOver {

    private final Door door;

    public HandOver(Door door) {
        this.door = door;
    }

    /**
     * Gives the second owner all that the first one owns.
     *
     * @throws RecordNotFoundException when one of them is not there or the actor may not see it
     * @throws AccessDeniedException when the actor may not give away one of the records, or not see it
     * @throws InvalidRecordException when the second one can not own them, or a record breaks a rule
     */
    public <O extends CrmRecord & Owner<O>> HandedOver handOver(O from, O to) {
        refuse(unfit(from, to));
        O giving = stored(door.schema().typeOf(from), from);
        O taking = stored(door.schema().typeOf(to), to);
        List<Holding<?>> holdings = holdings(giving);
        List<String> hidden =
                holdings.stream().map(Holding::hidden).flatMap(Optional::stream).toList();
        if (!hidden.isEmpty()) {
            throw new AccessDeniedException(String.join("\n", hidden));
        }
        refuse(unfit(taking, holdings));
        return door.allOrNothing(() -> move(holdings, taking.getId()));
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidRecordException(violations);
        }
    }

    private List<Violation> unfit(CrmRecord from, CrmRecord to) {
        List<Violation> violations = new ArrayList<>();
        if (from.equals(to)) {
            violations.add(violation(from, "has the records already; hand them over to another"));
        }
        if (from.isNew()) {
            violations.add(violation(from, "was never saved and owns nothing; hand over what a stored one has"));
        }
        if (to.isNew()) {
            violations.add(violation(to, "was never saved; save it before it is given records"));
        }
        return violations;
    }

    private <O extends CrmRecord & Owner<O>> List<Violation> unfit(O taking, List<Holding<?>> holdings) {
        List<Violation> violations = new ArrayList<>();
        if (!taking.isEnabled()) {
            violations.add(violation(taking, "is disabled and is given no records; enable it or choose another"));
        }
        for (Holding<?> holding : holdings) {
            holding.outside(taking::belongsTo).forEach(sentence -> violations.add(violation(taking, sentence)));
        }
        return violations;
    }

    /** Sentences on the records of one owner that another one can not own, for they are in organizations to which it does not belong. */
    public <O extends CrmRecord> List<String> outside(O giving, O taking) {
        List<String> sentences = new ArrayList<>();
        if (taking instanceof Owner<?> owner) {
            holdings(giving).forEach(holding -> sentences.addAll(holding.outside(owner::belongsTo)));
        }
        return sentences.stream()
                .map(sentence -> violation(taking, sentence).toString())
                .toList();
    }

    private Violation violation(CrmRecord owner, String sentence) {
        return new Violation(door.schema().nameOf(owner), null, sentence);
    }

    private <O extends CrmRecord> O stored(EntityType<O> type, O owner) {
        return door.find(type, owner.getId()).orElseThrow(() -> new RecordNotFoundException(type, owner.getId()));
    }

    private <O extends CrmRecord> List<Holding<?>> holdings(O owner) {
        List<Holding<?>> holdings = new ArrayList<>();
        for (Reference<?> reference : door.schema().referencesTo(door.schema().typeOf(owner))) {
            if (reference.isOwner()) {
                holdings.add(new Holding<>(door, reference, owner));
            }
        }
        return holdings;
    }

    private static HandedOver move(List<Holding<?>> holdings, UUID to) {
        Map<EntityType<?>, Long> counts = new LinkedHashMap<>();
        for (Holding<?> holding : holdings) {
            long moved = holding.moveTo(to);
            if (moved > 0) {
                counts.put(holding.type(), moved);
            }
        }
        refuse(holdings.stream().map(Holding::left).flatMap(Optional::stream).toList());
        return new HandedOver(counts);
    }
}
