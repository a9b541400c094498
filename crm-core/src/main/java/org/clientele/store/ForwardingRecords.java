package org.clientele.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.jspecify.annotations.Nullable;

/** Records that pass every call on to others; a step of the door overrides what it has something to say about. */
public abstract class ForwardingRecords implements Records {

    private final Records next;

    protected ForwardingRecords(Records next) {
        this.next = next;
    }

    /** The records that calls are passed on to. */
    protected final Records next() {
        return next;
    }

    @Override
    public Schema schema() {
        return next.schema();
    }

    @Override
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        return next.find(type, id);
    }

    @Override
    public <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
        return next.findAll(type, ids);
    }

    @Override
    public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
        return next.select(type, query);
    }

    @Override
    public <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        return next.values(type, query, attributes);
    }

    @Override
    public List<Map<UUID, Long>> pointing(List<? extends Pointing<?>> asked) {
        return next.pointing(asked);
    }

    @Override
    public <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where) {
        return next.count(type, where);
    }

    @Override
    public <R extends CrmRecord> List<Group> aggregate(EntityType<R> type, Aggregation<R> aggregation) {
        return next.aggregate(type, aggregation);
    }

    @Override
    public List<CrmRecord> write(List<? extends Write<?>> writes) {
        return next.write(writes);
    }

    @Override
    public void adjust(List<? extends Adjustment<?>> adjustments) {
        next.adjust(adjustments);
    }

    @Override
    public Set<UUID> hold(EntityType<?> type, Collection<UUID> ids, Fate fate) {
        return next.hold(type, ids, fate);
    }

    @Override
    public <R extends CrmRecord> long update(MassUpdate<R> update, Instant at) {
        return next.update(update, at);
    }
}
