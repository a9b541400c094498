package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
import org.clientele.store.Adjustment;
import org.clientele.store.Aggregation;
import org.clientele.store.Fate;
import org.clientele.store.Group;
import org.clientele.store.MassUpdate;
import org.clientele.store.Pointing;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.jspecify.annotations.Nullable;

/** The records within one transaction of a persistence unit. Reads bring values, never managed instances. For one thread. */
final class JpaRecords implements Records {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;
    private final Loader loader;
    private final Reading reading;
    private final boolean owned;
    private final Remembered remembered = new Remembered();
    private boolean isOver;

    /**
     * Records for the work of one transaction.
     *
     * @param owned whether nobody else works with the entity manager
     */
    JpaRecords(EntityManager entityManager, Schema schema, Mapping mapping, boolean owned) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
        this.loader = new Loader(entityManager, schema, mapping);
        this.reading = new Reading(entityManager, schema, mapping, loader, this::checkNotOver);
        this.owned = owned;
    }

    /** Lets nobody use it any more. */
    void end() {
        isOver = true;
    }

    private void checkNotOver() {
        if (isOver) {
            throw new IllegalStateException("this transaction has ended; use its records and streams within it only");
        }
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id) {
        checkNotOver();
        CrmRecord known = remembered.get(id);
        if (known == null) {
            Optional<R> stored = findAll(type, List.of(id)).stream().findFirst();
            stored.ifPresent(remembered::keep);
            known = stored.orElse(null);
        }
        return type.recordClass().isInstance(known)
                ? Optional.of(type.recordClass().cast(copy(known)))
                : Optional.empty();
    }

    private <R extends CrmRecord> R copy(R record) {
        return schema.typeOf(record).copy(record);
    }

    @Override
    public <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
        checkNotOver();
        return reading.findAll(type, ids);
    }

    @Override
    public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
        checkNotOver();
        return reading.select(type, query);
    }

    @Override
    public <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        checkNotOver();
        return attributes.stream().allMatch(attribute -> ValueRows.isColumn(mapping, type, attribute))
                ? reading.values(type, query, attributes)
                : Records.super.values(type, query, attributes);
    }

    @Override
    public <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where) {
        checkNotOver();
        return reading.count(type, where);
    }

    @Override
    public <R extends CrmRecord> List<Group> aggregate(EntityType<R> type, Aggregation<R> aggregation) {
        checkNotOver();
        return new Grouping<>(entityManager, schema, mapping, type, aggregation).groups();
    }

    @Override
    public List<Map<UUID, Long>> pointing(List<? extends Pointing<?>> asked) {
        checkNotOver();
        Counting counting = new Counting(entityManager, schema, mapping);
        return asked.isEmpty() || !asked.stream().allMatch(counting::isColumn)
                ? Records.super.pointing(asked)
                : counting.counts(asked);
    }

    @Override
    public List<CrmRecord> write(List<? extends Write<?>> writes) {
        checkMayWrite();
        List<CrmRecord> results = new ArrayList<>(writes.size());
        List<Write<?>> batch = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (Write<?> write : writes) {
            if (!ids.add(write.record().getId()) || batch.size() == Statement.AT_ONCE) {
                results.addAll(writeBatch(batch));
                batch.clear();
                ids.clear();
                ids.add(write.record().getId());
            }
            batch.add(write);
        }
        if (!batch.isEmpty()) {
            results.addAll(writeBatch(batch));
        }
        return results;
    }

    private void checkMayWrite() {
        checkNotOver();
        // one of the store's own is always in one, though one of Spring's factory denies it
        if (!owned && !entityManager.isJoinedToTransaction()) {
            throw new IllegalStateException(
                    "the entity manager is in no transaction; begin one before, or use JpaStore.managing(...)");
        }
    }

    @Override
    public void adjust(List<? extends Adjustment<?>> adjustments) {
        checkMayWrite();
        adjustments.forEach(adjustment -> remembered.forget(adjustment.id()));
        try {
            new Adjusting(entityManager, mapping).adjust(adjustments);
        } catch (PersistenceException failure) {
            throw Failures.of(failure, "what follows from the records written");
        }
    }

    @Override
    public Set<UUID> hold(EntityType<?> type, Collection<UUID> ids, Fate fate) {
        checkMayWrite();
        ids.forEach(remembered::forget);
        try {
            return new Holding(entityManager, schema, mapping).hold(type, ids, fate);
        } catch (PersistenceException failure) {
            throw Failures.of(failure, "a " + type + " that was to go or to be pointed to");
        }
    }

    @Override
    public <R extends CrmRecord> long update(MassUpdate<R> update, Instant at) {
        checkMayWrite();
        MassUpdating updating = new MassUpdating(entityManager, schema, mapping);
        if (!updating.fits(update)) {
            return Records.super.update(update, at);
        }
        remembered.forgetAll();
        try {
            return updating.run(update, at);
        } catch (PersistenceException failure) {
            throw Failures.of(failure, "one of the " + update.type() + " records to be changed at once");
        }
    }

    private List<CrmRecord> writeBatch(List<Write<?>> batch) {
        batch.forEach(write -> remembered.forget(write.record().getId()));
        Writer writer = new Writer(entityManager, schema, mapping, loader);
        List<CrmRecord> results = writer.write(batch);
        if (owned) {
            entityManager.clear();
        } else {
            writer.persisted().forEach(entityManager::detach);
        }
        return results;
    }
}
