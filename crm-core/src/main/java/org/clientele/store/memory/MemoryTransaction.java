package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Place;
import org.clientele.criteria.Query;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Accumulation;
import org.clientele.store.Adjustment;
import org.clientele.store.Aggregation;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.Fate;
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
    private final Lock adjusting;
    private final Map<UUID, Pending> pending = new LinkedHashMap<>();
    private final Map<UUID, List<Adjustment<?>>> adjusted = new LinkedHashMap<>();
    private final Set<UUID> touched = new HashSet<>();
    private final Seen seen;
    private final FoldedValues folded;
    private final Held held;
    private boolean adjusts;
    private boolean ended;

    MemoryTransaction(
            Schema schema, Function<EntityType<?>, Table> tables, ReadWriteLock lock, Lock adjusting, Holds holds) {
        this.schema = schema;
        this.tables = tables;
        this.lock = lock;
        this.adjusting = adjusting;
        this.seen = new Seen(schema, tables, touched);
        this.folded = new FoldedValues(schema);
        this.held = new Held(holds);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        return findAll(type, List.of(id)).stream().findFirst();
    }

    @Override
    public <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
        return reading(() -> {
            List<R> found = new ArrayList<>();
            for (UUID id : new LinkedHashSet<>(ids)) {
                CrmRecord record = seen.get(type, id);
                if (record != null) {
                    found.add(copy(type.recordClass().cast(record)));
                } else if (!touched.contains(id)) {
                    held.checkIsThere(id, tables);
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
        held.end();
        if (adjusts) {
            adjusting.unlock();
        }
    }

    @Override
    public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
        return found(type, query).map(this::copy);
    }

    @Override
    public <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        return Records.rows(found(type, query), attributes);
    }

    /** The stored instances themselves. */
    private <R extends CrmRecord> Stream<R> found(EntityType<R> type, Query<R> query) {
        List<R> found = new ArrayList<>();
        reading(() -> {
            seen.each(type, query.where(), record -> {
                if (isAsked(query, record)) {
                    found.add(record);
                }
            });
            return found;
        });
        found.sort(order(query));
        return found.stream().skip(query.offset()).limit(query.limit());
    }

    private static <R extends CrmRecord> boolean isAsked(Query<R> query, R record) {
        Place place = query.after();
        if (place == null) {
            return true;
        }
        int step = 0;
        for (Sort<R> sort : query.order()) {
            int stands = sort.stand(record, place.values().get(step++));
            if (stands != 0) {
                return stands > 0;
            }
        }
        return record.getId().compareTo(place.id()) > 0;
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
        return reading(() -> {
            long[] count = new long[1];
            seen.each(type, where, record -> count[0]++);
            return count[0];
        });
    }

    @Override
    public <R extends CrmRecord> List<Group> aggregate(EntityType<R> type, Aggregation<R> aggregation) {
        return reading(() -> {
            Aggregation<R> resolved = seen.resolved(aggregation);
            Accumulation<R> accumulation = Accumulation.of(resolved.over(Criterion.always()), seen);
            seen.each(type, resolved.where(), accumulation::add);
            return accumulation.groups();
        });
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
        CrmRecord current = seen.get(type, record.getId());
        Long stored = current == null ? null : current.getVersion();
        if (write instanceof Write.Insert<R>) {
            if (current != null) {
                throw DuplicateRecordException.alreadySaved(schema.nameOf(record));
            }
            return put(type, record, record.getVersion() == null ? 1L : record.getVersion() + 1, null);
        }
        if (stored == null || !stored.equals(record.getVersion())) {
            throw new StaleRecordException(schema.nameOf(record), record.getVersion(), stored);
        }
        if (write instanceof Write.Delete<R>) {
            pend(new Pending(type, record, true, base(record.getId(), stored)));
            seen.remove(type, record.getId());
            return record;
        }
        return put(type, folded.kept(Objects.requireNonNull(current), record), stored + 1, stored);
    }

    private <R extends CrmRecord> R put(EntityType<R> type, R record, long version, @Nullable Long stored) {
        R kept = type.copy(record);
        type.setVersion(kept, version);
        pend(new Pending(type, kept, false, base(record.getId(), stored)));
        seen.put(type, kept);
        return type.copy(kept);
    }

    private void pend(Pending write) {
        pending.put(write.record().getId(), write);
        touched.add(write.record().getId());
    }

    /** One transaction adjusts at a time, until it ends: what it puts was counted when nobody else did. */
    @Override
    public void adjust(List<? extends Adjustment<?>> adjustments) {
        if (!adjusts && !ended) {
            adjusting.lock();
            adjusts = true;
        }
        this.<Void>reading(() -> {
            adjustments.forEach(this::adjust);
            return null;
        });
    }

    private <R extends CrmRecord> void adjust(Adjustment<R> adjustment) {
        CrmRecord current = seen.get(adjustment.type(), adjustment.id());
        if (current != null) {
            touched.add(adjustment.id());
            adjusted.computeIfAbsent(adjustment.id(), id -> new ArrayList<>()).add(adjustment);
            CrmRecord after = folded.adjusted(adjustment, current);
            seen.put(adjustment.type(), after);
            pending.computeIfPresent(adjustment.id(), (id, write) -> write.isNew() ? write.as(after) : write);
        }
    }

    @Override
    public Set<UUID> hold(EntityType<?> type, Collection<UUID> ids, Fate fate) {
        return reading(() -> {
            Set<UUID> there = new LinkedHashSet<>(ids);
            there.removeIf(id -> seen.get(type, id) == null);
            held.add(type, there, fate);
            return there;
        });
    }

    /** The version that was committed when the transaction first wrote a record, of which it sees this version. */
    private @Nullable Long base(UUID id, @Nullable Long seenVersion) {
        Pending former = pending.get(id);
        return former == null ? seenVersion : former.base();
    }

    /** Makes the writes visible to all, or throws and makes none of them so. */
    void commit() {
        if (touched.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        try {
            new Commit(schema, tables, pending, adjusted, held).run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
