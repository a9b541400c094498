package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.Property;
import org.clientele.store.DuplicateRecordException;
import org.clientele.store.StaleRecordException;
import org.clientele.store.Write;

/**
 * Writes a batch: looks at what is stored in a few queries, lets the persistence context work out the statements, and
 * flushes once. Deletions come first, so that what they free can be taken in the same batch.
 */
final class Writer {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;
    private final Loader loader;
    private final Uniques uniques;
    private final CustomValues customValues;
    private final ItemWrites itemWrites;
    /** What the persistence context watches. */
    private final Map<UUID, CrmRecord> managed = new HashMap<>();
    /** The same as plain values, whose collections are read in few queries; and what is new. */
    private final Map<UUID, CrmRecord> stored = new HashMap<>();

    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<UUID, Long> revived = new HashMap<>();
    private final List<Object> persisted = new ArrayList<>();
    /** What gets another value of a unique property. */
    private final Set<UUID> renamed = new HashSet<>();

    Writer(EntityManager entityManager, Schema schema, Mapping mapping, Loader loader) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
        this.loader = loader;
        this.uniques = new Uniques(entityManager, schema);
        this.customValues = new CustomValues(entityManager, schema);
        this.itemWrites = new ItemWrites(entityManager, schema, loader);
    }

    /** Writes these, each of another record; afterwards {@link #persisted()} are still in the persistence context. */
    List<CrmRecord> write(List<Write<?>> writes) {
        try {
            Map<EntityType<?>, List<Write<?>>> byType = new LinkedHashMap<>();
            writes.forEach(write -> byType.computeIfAbsent(write.type(), type -> new ArrayList<>())
                    .add(write));
            byType.forEach(this::look);
            writes.forEach(this::check);
            byType.forEach(this::delete);
            writes.forEach(this::put);
            byType.forEach(this::claim);
            entityManager.flush();
            itemWrites.finish();
            writes.forEach(this::renew);
            revive(writes);
            return writes.stream().map(this::result).toList();
        } catch (PersistenceException failure) {
            throw refused(failure, writes);
        }
    }

    /** What became part of the persistence context by these writes alone. */
    List<Object> persisted() {
        return persisted;
    }

    /** That an identity is taken the database alone says: to ask beforehand is slow where a table grows within the transaction. */
    private RuntimeException refused(PersistenceException failure, List<Write<?>> writes) {
        RuntimeException refused = Failures.of(failure, names(writes));
        Map<UUID, CrmRecord> appearing = new HashMap<>();
        writes.stream()
                .filter(write -> write instanceof Write.Insert<?>)
                .forEach(write -> appearing.put(write.record().getId(), write.record()));
        return refused instanceof DuplicateRecordException
                ? Failures.taken(failure, appearing.keySet())
                        .map(id -> (RuntimeException) DuplicateRecordException.alreadySaved(
                                schema.nameOf(Objects.requireNonNull(appearing.get(id)))))
                        .orElse(refused)
                : refused;
    }

    private void look(EntityType<?> type, List<Write<?>> writes) {
        Set<UUID> old = new LinkedHashSet<>();
        Set<UUID> changing = new LinkedHashSet<>();
        for (Write<?> write : writes) {
            if (!(write instanceof Write.Insert<?>)) {
                old.add(write.record().getId());
            }
            if (write instanceof Write.Update<?>) {
                changing.add(write.record().getId());
            }
        }
        if (!old.isEmpty()) {
            read(type, old, changing);
        }
    }

    private <R extends CrmRecord> void read(EntityType<R> type, Set<UUID> ids, Set<UUID> changing) {
        Statement statement = new Statement();
        String entity = mapping.entity(type.recordClass());
        String jpql = "select e from " + entity + " e where " + statement.in("e.id", ids);
        Map<UUID, R> plain = new LinkedHashMap<>();
        for (R found : statement.query(entityManager, jpql, type.recordClass()).getResultList()) {
            R record = mapping.isEntity(found.getClass())
                    ? found
                    : type.recordClass().cast(StandIn.recordBehind(found));
            managed.put(record.getId(), record);
            versions.put(record.getId(), record.getVersion());
            if (changing.contains(record.getId())) {
                plain.put(record.getId(), mapping.columns(type).plain(record));
            }
        }
        loader.complete(type, plain);
        stored.putAll(plain);
    }

    private void check(Write<?> write) {
        if (!(write instanceof Write.Insert<?>)) {
            Long given = write.record().getVersion();
            Long version = versions.get(write.record().getId());
            if (version == null || !version.equals(given)) {
                throw new StaleRecordException(schema.nameOf(write.record()), given, version);
            }
        }
    }

    private void delete(EntityType<?> type, List<Write<?>> writes) {
        List<UUID> going = new ArrayList<>();
        for (Write<?> write : writes) {
            if (write instanceof Write.Delete<?>) {
                going.add(write.record().getId());
            }
        }
        if (!going.isEmpty()) {
            going.forEach(id -> entityManager.remove(managed.get(id)));
            customValues.delete(going);
            if (uniques.has(type)) {
                uniques.release(going);
            }
            entityManager.flush();
        }
    }

    private <R extends CrmRecord> void put(Write<R> write) {
        EntityType<R> type = write.type();
        if (write instanceof Write.Insert<R> insert) {
            R own = type.copy(insert.after());
            type.setVersion(own, null);
            itemWrites.own(type, own);
            entityManager.persist(own);
            persisted.add(own);
            stored.put(own.getId(), own);
            persisted.addAll(customValues.insert(type, own));
        } else if (write instanceof Write.Update<R> update) {
            change(type, update.after());
        }
    }

    private <R extends CrmRecord> void change(EntityType<R> type, R after) {
        R before = type.recordClass().cast(Objects.requireNonNull(stored.get(after.getId())));
        R own = type.recordClass().cast(Objects.requireNonNull(managed.get(after.getId())));
        if (uniques.differ(type, before, after)) {
            renamed.add(after.getId());
        }
        List<Property<? super R, ?>> properties = new ArrayList<>(type.properties());
        properties.removeAll(schema.folded(type));
        properties.addAll(List.of(CrmRecord.CREATED_AT, CrmRecord.UPDATED_AT));
        properties.forEach(property -> change(property, before, after, own));
        persisted.addAll(customValues.update(type, after, before));
    }

    /** Touches only what differs, so that collections that stay as they are are not written again. */
    private <R extends CrmRecord, V> void change(Property<? super R, V> property, R before, R after, R own) {
        if (!Objects.equals(property.get(before), property.get(after))) {
            if (!itemWrites.change(property, before, after, own)) {
                property.copy(after, own);
            }
            property.copy(after, before);
        }
    }

    private void claim(EntityType<?> type, List<Write<?>> writes) {
        if (uniques.has(type)) {
            Collection<CrmRecord> records = new ArrayList<>();
            for (Write<?> write : writes) {
                if (write instanceof Write.Insert<?>
                        || renamed.contains(write.record().getId())) {
                    records.add(Objects.requireNonNull(stored.get(write.record().getId())));
                }
            }
            if (!records.isEmpty()) {
                persisted.addAll(uniques.claim(records));
            }
        }
    }

    /** An update gives a new version even if no column of its own changes. */
    private void renew(Write<?> write) {
        if (write instanceof Write.Update<?>) {
            CrmRecord own = Objects.requireNonNull(managed.get(write.record().getId()));
            if (Objects.equals(own.getVersion(), versions.get(own.getId()))) {
                entityManager.lock(own, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            }
        }
    }

    /** A record that comes back has a version that it never had, whatever the persistence context counts new ones from. */
    private void revive(List<Write<?>> writes) {
        Map<Revival, List<UUID>> alike = new LinkedHashMap<>();
        for (Write<?> write : writes) {
            Long former = write instanceof Write.Insert<?> ? write.record().getVersion() : null;
            if (former != null) {
                UUID id = write.record().getId();
                revived.put(id, former + 1);
                alike.computeIfAbsent(new Revival(write.type().root(), former + 1), first -> new ArrayList<>())
                        .add(id);
            }
        }
        alike.forEach((revival, ids) -> {
            Statement statement = new Statement();
            String entity = mapping.entity(revival.root().recordClass());
            String jpql = "update " + entity + " e set e.version = " + statement.bind(revival.version()) + " where "
                    + statement.in("e.id", ids);
            statement.update(entityManager, jpql);
        });
    }

    /** The version of records that come back. */
    private record Revival(EntityType<?> root, Long version) {}

    private <R extends CrmRecord> CrmRecord result(Write<R> write) {
        if (write instanceof Write.Delete<R>) {
            return write.record();
        }
        EntityType<R> type = write.type();
        UUID id = write.record().getId();
        R result = type.copy(type.recordClass().cast(Objects.requireNonNull(stored.get(id))));
        if (revived.containsKey(id)) {
            type.setVersion(result, revived.get(id));
        } else if (managed.containsKey(id)) {
            type.setVersion(result, managed.get(id).getVersion());
        }
        return result;
    }

    private String names(List<Write<?>> writes) {
        String first = schema.nameOf(writes.get(0).record());
        return writes.size() == 1 ? first : "one of " + writes.size() + " records (" + first + " and others)";
    }
}
