package org.clientele.door;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.store.Records;

/**
 * What the records of one type that point from one place say against deletions: they are counted, few are read, and those
 * of the same batch that go with it or point elsewhere do not count.
 *
 * @param <H> the type that points
 */
final class Objection<H extends CrmRecord> {

    private final Reference<H> reference;
    private final EntityType<?> target;
    private final Set<UUID> ids;
    private final Records stored;
    private final Criterion<H> pointing;

    /** About the deletion of these records of a type. */
    Objection(Reference<H> reference, EntityType<?> target, Set<UUID> ids, Records stored) {
        this.reference = reference;
        this.target = target;
        this.ids = ids;
        this.stored = stored;
        EntityType<H> holder = reference.type();
        this.pointing = new Criterion.OfClass<H>(Set.of(holder.recordClass())).and(reference.pointsTo(target, ids));
    }

    boolean isThere(Batch batch) {
        long count = stored.count(reference.type(), pointing);
        return count > 0 && count > lettingGo(batch).size();
    }

    /** Why not, to stand after the name of what was to be deleted; empty when nothing stands against it. */
    Optional<String> sentence(Batch batch, Records seen) {
        long count = stored.count(reference.type(), pointing);
        Set<UUID> lettingGo = count == 0 ? Set.of() : lettingGo(batch);
        if (count == lettingGo.size()) {
            return Optional.empty();
        }
        SomeRecords holders = new SomeRecords(reference.type(), count - lettingGo.size(), names(seen, lettingGo));
        return Optional.of("can not be deleted while " + holders + (holders.isOne() ? " points" : " point")
                + " to it by " + reference.property() + "; " + mend(holders));
    }

    private Set<UUID> lettingGo(Batch batch) {
        Class<H> recordClass = reference.type().recordClass();
        return stored.findAll(reference.type(), batch.ids(recordClass)).stream()
                .filter(holder -> pointing.test(holder, stored) && !pointsStill(holder, batch))
                .map(CrmRecord::getId)
                .collect(toSet());
    }

    private boolean pointsStill(H holder, Batch batch) {
        return batch.find(reference.type().recordClass(), holder.getId())
                .filter(current -> reference.points(current, ids))
                .isPresent();
    }

    private List<String> names(Records seen, Set<UUID> lettingGo) {
        EntityType<H> type = reference.type();
        Query<H> some = Query.<H>of(pointing).stretch(0, SomeRecords.NAMED + lettingGo.size());
        try (Stream<H> holders = seen.select(type, some)) {
            return holders.filter(holder -> !lettingGo.contains(holder.getId()))
                    .limit(SomeRecords.NAMED)
                    .map(type::nameOf)
                    .toList();
        }
    }

    private String mend(SomeRecords holders) {
        String first = "delete or re-point " + holders.them() + " first";
        if (reference.isOwner()) {
            return "hand " + holders.them() + " over with session.handOver(...), or " + first;
        }
        return owns(target) || owns(reference.type()) ? first : first + ", or delete cascading";
    }

    /** Whether records of the type can own others, which do not go with their owner. */
    private boolean owns(EntityType<?> type) {
        return stored.schema().referencesTo(type).stream().anyMatch(Reference::isOwnership);
    }
}
