package org.clientele;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.clientele.access.AccessDeniedException;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.door.Door;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/** Counts folded values anew, some records at a time, each time in a transaction of its own. */
final class Recounting {

    private static final int AT_A_TIME = 500;

    private final Work work;

    Recounting(Work work) {
        this.work = work;
    }

    <R extends CrmRecord> long recount(EntityType<R> type) {
        if (!work.actor().isSystem()) {
            throw new AccessDeniedException(work.actor()
                    + " may not recount, which reads and writes what a user may not see; use crm.asSystem()");
        }
        return work.premises()
                .schema()
                .typesBelow(type.recordClass())
                .mapToLong(this::recountOfThisTypeOnly)
                .sum();
    }

    private <R extends CrmRecord> long recountOfThisTypeOnly(EntityType<R> type) {
        long counted = 0;
        List<UUID> some = step(type, null);
        while (!some.isEmpty()) {
            counted += some.size();
            some = step(type, some.get(some.size() - 1));
        }
        return counted;
    }

    /** Counts the records that follow one by identity; gives their identities in this order. */
    private <R extends CrmRecord> List<UUID> step(EntityType<R> type, @Nullable UUID last) {
        return work.inTransaction("recount", door -> step(type, last, door));
    }

    private static <R extends CrmRecord> List<UUID> step(EntityType<R> type, @Nullable UUID last, Door door) {
        Criterion<CrmRecord> following = last == null
                ? Criterion.always()
                : new Criterion.Ordered<>(CrmRecord.ID, Criterion.Operator.GREATER, last);
        Query<R> query = Query.<R>of(following).stretch(0, AT_A_TIME);
        List<UUID> ids = door.values(type, query, List.of(CrmRecord.ID))
                .map(row -> (UUID) Objects.requireNonNull(row.get(0)))
                .toList();
        door.recount(type, ids);
        return ids;
    }
}
