package org.clientele.testkit.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.store.Records;

/** All records as they were at one time, for threads that no transaction belongs to. */
final class Heap implements Lookup {

    private final Map<EntityType<?>, List<CrmRecord>> byType = new LinkedHashMap<>();
    private final Map<UUID, CrmRecord> byId = new HashMap<>();

    Heap(Records records) {
        records.schema().types().stream().filter(type -> !type.isAbstract()).forEach(type -> keep(type, records));
    }

    private <R extends CrmRecord> void keep(EntityType<R> type, Records records) {
        List<CrmRecord> all = new ArrayList<>();
        records.select(type, Query.<R>all())
                .filter(record -> record.getClass() == type.recordClass())
                .forEach(all::add);
        byType.put(type, all);
        all.forEach(record -> byId.put(record.getId(), record));
    }

    Collection<EntityType<?>> types() {
        return byType.keySet();
    }

    <R extends CrmRecord> List<R> of(EntityType<R> type) {
        return Objects.requireNonNull(byType.get(type)).stream()
                .map(type.recordClass()::cast)
                .toList();
    }

    @Override
    public <T> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(byId.get(id)).filter(type::isInstance).map(type::cast);
    }

    @Override
    public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
        EntityType<?> type = byType.keySet().stream()
                .filter(known -> known.recordClass() == record.getClass())
                .findFirst()
                .orElseThrow();
        return Pointing.to((CrmRecord) record, type, holder, by, byId.values());
    }
}
