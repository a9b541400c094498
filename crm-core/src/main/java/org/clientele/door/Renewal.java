package org.clientele.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.Ruling;
import org.clientele.model.Schema;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;

/**
 * New versions of records of which something else holds from now on, as the rules of the CRM say, though nothing of theirs is
 * written: of two who do this and save the record at the same time, one is refused. Nothing is told of it.
 */
final class Renewal {

    private final Batch batch;
    private final Schema schema;
    private final Stamp stamp;

    Renewal(Batch batch, Schema schema, Stamp stamp) {
        this.batch = batch;
        this.schema = schema;
        this.stamp = stamp;
    }

    /**
     * What renews the records that these writes concern.
     *
     * @param given the writes as they were handed in; one that changes nothing says on which version it builds
     */
    List<Write<?>> of(Collection<Write<?>> writes, Collection<? extends Write<?>> given) {
        Set<AnyRef> concerned = new LinkedHashSet<>();
        writes.forEach(write -> addConcerned(write, concerned));
        if (concerned.isEmpty()) {
            return List.of();
        }
        Map<UUID, CrmRecord> unchanged = new HashMap<>();
        given.forEach(write -> unchanged.put(write.record().getId(), write.record()));
        concerned.removeIf(ref -> batch.has(ref.id()));
        List<Write<?>> renewing = new ArrayList<>();
        for (CrmRecord record : batch.findAll(concerned)) {
            renewing.add(stamp.renewal(unchanged.getOrDefault(record.getId(), record)));
        }
        return renewing;
    }

    private <R extends CrmRecord> void addConcerned(Write<R> write, Set<AnyRef> concerned) {
        if (write instanceof Write.Update<R> update) {
            for (Ruling<? super R> ruling : schema.rulings(write.type())) {
                concerned.addAll(ruling.concerned(update.before(), update.after()));
            }
        }
    }
}
