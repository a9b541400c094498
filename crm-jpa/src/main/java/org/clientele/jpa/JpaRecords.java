package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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

    /** How many records are read at a time. */
    static final int CHUNK = 512;

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;
    private final Loader loader;
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
        List<UUID> distinct = new ArrayList<>(new LinkedHashSet<>(ids));
        List<R> found = new ArrayList<>(distinct.size());
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            List<UUID> chunk = distinct.subList(from, Math.min(from + CHUNK, distinct.size()));
            found.addAll(load(located(type, chunk), chunk));
        }
        return found;
    }

    /** The very types of the records with these identities, as far as that needs no question. */
    private <R extends CrmRecord> Map<UUID, EntityType<? extends R>> located(EntityType<R> type, List<UUID> ids) {
        Map<UUID, EntityType<? extends R>> located = new HashMap<>();
        if (concrete(type).size() == 1) {
            ids.forEach(id -> located.put(id, concrete(type).get(0)));
            return located;
        }
        Statement statement = new Statement();
        String jpql = "select e.id, type(e) from " + mapping.entity(type.recordClass()) + " e where "
                + statement.in("e.id", ids);
        for (Object[] row : statement.query(entityManager, jpql, Object[].class).getResultList()) {
            located.put((UUID) row[0], concrete(row[1]));
        }
        return located;
    }

    @SuppressWarnings("unchecked") // the types below a class have records of that class
    private <R extends CrmRecord> List<EntityType<? extends R>> concrete(EntityType<R> type) {
        return (List<EntityType<? extends R>>)
                (List<?>) schema.typesBelow(type.recordClass()).toList();
    }

    @SuppressWarnings("unchecked")
    private <R extends CrmRecord> EntityType<? extends R> concrete(Object recordClass) {
        return (EntityType<? extends R>) schema.type((Class<?>) recordClass);
    }

    private <R extends CrmRecord> List<R> load(Map<UUID, EntityType<? extends R>> located, List<UUID> order) {
        Map<EntityType<? extends R>, List<UUID>> byType = new LinkedHashMap<>();
        for (UUID id : order) {
            EntityType<? extends R> type = located.get(id);
            if (type != null) {
                byType.computeIfAbsent(type, newType -> new ArrayList<>()).add(id);
            }
        }
        Map<UUID, R> records = new HashMap<>();
        byType.forEach((type, ids) -> records.putAll(loader.load(type, ids)));
        return order.stream().filter(records::containsKey).map(records::get).toList();
    }

    @Override
    public <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
        checkNotOver();
        if (isNothing(query)) {
            return Stream.empty();
        } else if (query.limit() <= CHUNK && isOneTable(type)) {
            String columns = mapping.columns(type).selected();
            return loader.load(type, asked(type, query, columns, Object[].class)).stream();
        }
        List<UUID> ids = new ArrayList<>();
        Map<UUID, EntityType<? extends R>> located = new HashMap<>();
        boolean isMixed = concrete(type).size() > 1;
        String columns = isMixed ? "e.id, type(e)" : "e.id";
        for (Object row : asked(type, query, columns, Object.class).getResultList()) {
            if (row instanceof Object[] cells) {
                ids.add((UUID) cells[0]);
                located.put((UUID) cells[0], concrete(cells[1]));
            } else {
                ids.add((UUID) row);
            }
        }
        int chunks = (ids.size() + CHUNK - 1) / CHUNK;
        return IntStream.range(0, chunks)
                .mapToObj(chunk -> ids.subList(chunk * CHUNK, Math.min((chunk + 1) * CHUNK, ids.size())))
                .flatMap(chunk -> chunk(isMixed ? located : located(type, chunk), chunk).stream());
    }

    /** Whether all records of the type are of it alone, in a table of its own. */
    private boolean isOneTable(EntityType<?> type) {
        return mapping.root(type.recordClass()) == type.recordClass()
                && concrete(type).equals(List.of(type));
    }

    private <R extends CrmRecord> List<R> chunk(Map<UUID, EntityType<? extends R>> located, List<UUID> ids) {
        checkNotOver();
        return load(located, ids);
    }

    @Override
    public <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        checkNotOver();
        if (!attributes.stream().allMatch(attribute -> ValueRows.isColumn(mapping, type, attribute))) {
            return Records.super.values(type, query, attributes);
        } else if (isNothing(query)) {
            return Stream.empty();
        }
        ValueRows rows = new ValueRows(attributes, "e");
        return asked(type, query, rows.expressions(), Object[].class).getResultList().stream()
                .map(rows::read);
    }

    private static boolean isNothing(Query<?> query) {
        return query.limit() == 0 || query.offset() > Integer.MAX_VALUE;
    }

    /** A query for columns of the records, which are called {@code e}. */
    private <T> TypedQuery<T> asked(EntityType<?> type, Query<?> query, String columns, Class<T> result) {
        Statement statement = new Statement();
        Conditions conditions = new Conditions(schema, mapping, statement);
        Conditions.From from = conditions.from(type.recordClass(), "e");
        Order order = new Order(mapping, statement, from.source());
        String by = order.by(query.order(), mapping.nulls(entityManager));
        String jpql = "select " + columns + " from " + from.entity() + order.joins()
                + Logic.where(from.types(), conditions.of(query.where(), from.source())) + by;
        TypedQuery<T> asked = statement.query(entityManager, jpql, result);
        if (query.offset() > 0) {
            asked.setFirstResult((int) query.offset());
        }
        return query.limit() == Query.UNLIMITED ? asked : asked.setMaxResults(query.limit());
    }

    @Override
    public <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where) {
        checkNotOver();
        Statement statement = new Statement();
        Conditions conditions = new Conditions(schema, mapping, statement);
        Conditions.From from = conditions.from(type.recordClass(), "e");
        String jpql = "select count(e.id) from " + from.entity()
                + Logic.where(from.types(), conditions.of(where, from.source()));
        return statement.query(entityManager, jpql, Long.class).getSingleResult();
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
            if (!ids.add(write.record().getId()) || batch.size() == CHUNK) {
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
