package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Aggregation;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.Group;
import org.clientele.store.Records;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** One transaction: the committed tables with this transaction's own writes laid over them. For one thread. */
final class MemoryTransaction implements Records {

    private final Schema schema;
    private final Function<EntityType<?>, Table> tables;
    private final ReadWriteLock lock;
    private final Map<UUID, Pending> pending = new LinkedHashMap<>();
    private final Map<EntityType<?>, Table> written = new HashMap<>();
    private boolean ended;
    private final Lookup uncopied = new Lookup() {
        @Override
        public <T> Optional<T> find(Class<T> recordClass, UUID id) {
            EntityType<?> type = schema.type(recordClass);
            return Optional.ofNullable(visible(type, id))
                    .filter(recordClass::isInstance)
                    .map(recordClass::cast);
        }
    };

    /**
     * A write that waits for the end of the transaction.
     *
     * @param after the record as it is to be; null when it goes
     * @param base the version that was committed when this transaction first wrote the record; null when there was none
     */
    private record Pending(
            EntityType<?> type,
            @Nullable CrmRecord after,
            @Nullable Long base,
            String name) {}

    MemoryTransaction(Schema schema, Function<EntityType<?>, Table> tables, ReadWriteLock lock) {
        this.schema = schema;
        this.tables = tables;
        this.lock = lock;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        return reading(() -> Optional.ofNullable(visible(type, id))
                .map(record -> copy(type.recordClass().cast(record))));
    }

    @Override
    public <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
        return reading(() -> {
            List<R> found = new ArrayList<>();
            for (UUID id : new LinkedHashSet<>(ids)) {
                CrmRecord record = visible(type, id);
                if (record != null) {
                    found.add(copy(type.recordClass().cast(record)));
                }
            }
            return found;
        });
    }

    private <T> T reading(Supplier<T> work) {
        if (ended) {
            throw new IllegalStateException("this transaction has ended; use its records within it only");
        }
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Lets nobody use it any more. */
    void end() {
        ended = true;
    }

    @Override
    public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
        return found(type, query).map(this::copy);
    }

    @Override
    public <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        return found(type, query).map(record -> {
            List<@Nullable Object> values = new ArrayList<>(attributes.size());
            attributes.forEach(attribute -> values.add(attribute.get(record)));
            return Collections.unmodifiableList(values);
        });
    }

    /** The stored instances themselves. */
    private <R extends CrmRecord> Stream<R> found(EntityType<R> type, Query<R> query) {
        List<R> found = new ArrayList<>();
        each(type, query.where(), found::add);
        found.sort(order(query));
        return found.stream().skip(query.offset()).limit(query.limit());
    }

    private static <R extends CrmRecord> Comparator<R> order(Query<R> query) {
        Comparator<R> byIdentity = Comparator.comparing(CrmRecord::getId);
        return query.order().stream()
                .map(Sort::comparator)
                .reduce(Comparator::thenComparing)
                .map(order -> order.thenComparing(byIdentity))
                .orElse(byIdentity);
    }

    @Override
    public <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where) {
        long[] count = new long[1];
        each(type, where, record -> count[0]++);
        return count[0];
    }

    @Override
    public <R extends CrmRecord> List<Group> aggregate(EntityType<R> type, Aggregation<R> aggregation) {
        return reading(() -> {
            Accumulation<R> accumulation = new Accumulation<>(aggregation, uncopied);
            each(type, aggregation.where(), accumulation::add);
            return accumulation.groups();
        });
    }

    /** Hands over the stored instances themselves; the consumer may only read them. */
    private <R extends CrmRecord> void each(
            EntityType<R> type, Criterion<? super R> where, Consumer<? super R> consumer) {
        reading(() -> {
            Class<R> recordClass = type.recordClass();
            candidates(tables.apply(type), where, record -> {
                if (pending.isEmpty() || !pending.containsKey(record.getId())) {
                    offer(record, recordClass, where, consumer);
                }
            });
            candidates(written(type), where, record -> offer(record, recordClass, where, consumer));
            return true;
        });
    }

    private Table written(EntityType<?> type) {
        return written.computeIfAbsent(type.root(), root -> new Table());
    }

    /** Records of a table among which all are that meet the condition. */
    private static void candidates(Table table, Criterion<?> where, Consumer<CrmRecord> consumer) {
        Optional<Set<UUID>> candidates = new Candidates(table).of(where).filter(ids -> ids.size() < table.size() / 2);
        if (candidates.isEmpty()) {
            table.all().forEach(consumer);
            return;
        }
        for (UUID id : candidates.get()) {
            CrmRecord record = table.get(id);
            if (record != null) {
                consumer.accept(record);
            }
        }
    }

    private <R extends CrmRecord> void offer(
            CrmRecord record, Class<R> recordClass, Criterion<? super R> where, Consumer<? super R> consumer) {
        if (recordClass.isInstance(record)) {
            R own = recordClass.cast(record);
            if (where.test(own, uncopied)) {
                consumer.accept(own);
            }
        }
    }

    private @Nullable CrmRecord visible(EntityType<?> type, UUID id) {
        Pending write = pending.get(id);
        CrmRecord record = write != null ? write.after : tables.apply(type).get(id);
        return type.recordClass().isInstance(record) ? record : null;
    }

    private <R extends CrmRecord> R copy(R record) {
        return schema.typeOf(record).copy(record);
    }

    @Override
    public List<CrmRecord> write(List<? extends Write<?>> writes) {
        return reading(() -> {
            List<CrmRecord> stored = new ArrayList<>(writes.size());
            for (Write<?> write : writes) {
                stored.add(write(write));
            }
            return stored;
        });
    }

    private <R extends CrmRecord> CrmRecord write(Write<R> write) {
        EntityType<R> type = write.type();
        R record = write.record();
        String name = schema.nameOf(record);
        CrmRecord current = visible(type, record.getId());
        Long stored = current == null ? null : current.getVersion();
        if (write instanceof Write.Insert<R>) {
            if (current != null) {
                throw DuplicateRecordException.alreadySaved(name);
            }
            return put(type, record, 1L, name);
        }
        if (stored == null || !stored.equals(record.getVersion())) {
            throw new StaleRecordException(name, record.getVersion(), stored);
        }
        if (write instanceof Write.Delete<R>) {
            pending.put(record.getId(), new Pending(type, null, base(type, record.getId()), name));
            written(type).remove(record.getId());
            return record;
        }
        return put(type, record, stored + 1, name);
    }

    private <R extends CrmRecord> R put(EntityType<R> type, R record, long version, String name) {
        R kept = type.copy(record);
        type.setVersion(kept, version);
        pending.put(record.getId(), new Pending(type, kept, base(type, record.getId()), name));
        written(type).put(kept);
        return type.copy(kept);
    }

    private @Nullable Long base(EntityType<?> type, UUID id) {
        Pending former = pending.get(id);
        if (former != null) {
            return former.base;
        }
        CrmRecord committed = tables.apply(type).get(id);
        return committed == null ? null : committed.getVersion();
    }

    /** Makes the writes visible to all, or throws and makes none of them so. */
    void commit() {
        if (pending.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        try {
            pending.forEach(this::checkVersion);
            new UniqueKeys(schema, tables).check(pending.keySet(), after());
            pending.forEach(this::apply);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void checkVersion(UUID id, Pending write) {
        CrmRecord committed = tables.apply(write.type).get(id);
        Long stored = committed == null ? null : committed.getVersion();
        if (!Objects.equals(stored, write.base)) {
            throw new StaleRecordException(write.name, write.base, stored);
        }
    }

    private List<CrmRecord> after() {
        List<CrmRecord> after = new ArrayList<>();
        for (Pending write : pending.values()) {
            if (write.after != null) {
                after.add(write.after);
            }
        }
        return after;
    }

    private void apply(UUID id, Pending write) {
        Table table = tables.apply(write.type);
        if (write.after == null) {
            table.remove(id);
        } else {
            table.put(write.after);
        }
    }
}
