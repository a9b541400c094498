package org.clientele.testkit.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Adjustment;
import org.clientele.store.Aggregation;
import org.clientele.store.Fate;
import org.clientele.store.ForwardingRecords;
import org.clientele.store.Group;
import org.clientele.store.MassUpdate;
import org.clientele.store.Pointing;
import org.clientele.store.RecordStore;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** A store that counts how often it is asked for something. For one thread. */
final class CountingStore implements RecordStore {

    private final RecordStore store;
    private int calls;

    CountingStore(RecordStore store) {
        this.store = store;
    }

    /** The calls since this was last asked. */
    int calls() {
        int before = calls;
        calls = 0;
        return before;
    }

    @Override
    public void open(Schema schema) {
        store.open(schema);
    }

    @Override
    public <T> T inTransaction(Function<Records, T> work) {
        return store.inTransaction(records -> work.apply(new Counted(records)));
    }

    private final class Counted extends ForwardingRecords {

        Counted(Records records) {
            super(records);
        }

        @Override
        public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
            calls++;
            return super.find(type, id);
        }

        @Override
        public <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
            calls++;
            return super.findAll(type, ids);
        }

        @Override
        public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
            calls++;
            return super.select(type, query);
        }

        @Override
        public <R extends CrmRecord> Stream<List<@Nullable Object>> values(
                EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
            calls++;
            return super.values(type, query, attributes);
        }

        @Override
        public List<Map<UUID, Long>> pointing(List<? extends Pointing<?>> asked) {
            calls++;
            return super.pointing(asked);
        }

        @Override
        public void adjust(List<? extends Adjustment<?>> adjustments) {
            calls++;
            super.adjust(adjustments);
        }

        @Override
        public <R extends CrmRecord> long update(MassUpdate<R> update, Instant at) {
            calls++;
            return super.update(update, at);
        }

        @Override
        public <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where) {
            calls++;
            return super.count(type, where);
        }

        @Override
        public <R extends CrmRecord> List<Group> aggregate(EntityType<R> type, Aggregation<R> aggregation) {
            calls++;
            return super.aggregate(type, aggregation);
        }

        @Override
        public List<CrmRecord> write(List<? extends Write<?>> writes) {
            calls++;
            return super.write(writes);
        }

        @Override
        public Set<UUID> hold(EntityType<?> type, Collection<UUID> ids, Fate fate) {
            calls++;
            return super.hold(type, ids, fate);
        }
    }
}
