package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.jspecify.annotations.Nullable;

/** Finds records and reads them, some at a time. For one transaction. */
final class Reading {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;
    private final Loader loader;
    private final Runnable check;

    /**
     * Reads within a transaction.
     *
     * @param check throws when the transaction has ended; a stream may outlive it
     */
    Reading(EntityManager entityManager, Schema schema, Mapping mapping, Loader loader, Runnable check) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
        this.loader = loader;
        this.check = check;
    }

    <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids) {
        List<UUID> distinct = new ArrayList<>(new LinkedHashSet<>(ids));
        List<R> found = new ArrayList<>(distinct.size());
        for (int from = 0; from < distinct.size(); from += Statement.AT_ONCE) {
            List<UUID> chunk = distinct.subList(from, Math.min(from + Statement.AT_ONCE, distinct.size()));
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

    <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query) {
        if (isNothing(query)) {
            return Stream.empty();
        } else if (query.limit() <= Statement.AT_ONCE && isOneTable(type)) {
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
        int chunks = (ids.size() + Statement.AT_ONCE - 1) / Statement.AT_ONCE;
        return IntStream.range(0, chunks)
                .mapToObj(chunk ->
                        ids.subList(chunk * Statement.AT_ONCE, Math.min((chunk + 1) * Statement.AT_ONCE, ids.size())))
                .flatMap(chunk -> chunk(isMixed ? located : located(type, chunk), chunk).stream());
    }

    /** Whether all records of the type are of it alone, in a table of its own. */
    private boolean isOneTable(EntityType<?> type) {
        return mapping.root(type.recordClass()) == type.recordClass()
                && concrete(type).equals(List.of(type));
    }

    private <R extends CrmRecord> List<R> chunk(Map<UUID, EntityType<? extends R>> located, List<UUID> ids) {
        check.run();
        return load(located, ids);
    }

    /** Attributes that are columns of all records of the type. */
    <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        if (isNothing(query)) {
            return Stream.empty();
        }
        List<EntityType<? extends R>> kinds = concrete(type);
        ValueRows rows =
                new ValueRows(attributes, "e", kinds.size() == 1 ? kinds.get(0).recordClass() : null);
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
        List<Order.Key> keys = order.keys(query.order(), query.after());
        String after = query.after() == null ? Logic.ALWAYS : order.after(keys);
        String by = order.by(keys, mapping.nulls(entityManager));
        String jpql = "select " + columns + " from " + from.entity() + order.joins()
                + Logic.where(from.types(), conditions.of(query.where(), from.source()), after) + by;
        TypedQuery<T> asked = statement.query(entityManager, jpql, result);
        if (query.offset() > 0) {
            asked.setFirstResult((int) query.offset());
        }
        return query.limit() == Query.UNLIMITED ? asked : asked.setMaxResults(query.limit());
    }

    <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where) {
        Statement statement = new Statement();
        Conditions conditions = new Conditions(schema, mapping, statement);
        Conditions.From from = conditions.from(type.recordClass(), "e");
        String jpql = "select count(e.id) from " + from.entity()
                + Logic.where(from.types(), conditions.of(where, from.source()));
        return statement.query(entityManager, jpql, Long.class).getSingleResult();
    }
}
