package org.clientele.door;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Invariant;
import org.clientele.model.Schema;

/** What the rules of a record's type may look at: records as they are to be, and the types of the CRM. */
record Circumstances<R extends CrmRecord>(
        EntityType<R> own, Optional<R> before, Optional<UUID> actor, Batch batch, Schema schema)
        implements Invariant.Context<R> {

    @Override
    public Lookup lookup() {
        return batch;
    }

    @Override
    public String type() {
        return own.name();
    }

    @Override
    public Set<String> types() {
        return names(schema.types().stream());
    }

    @Override
    public Set<String> typesBelow(String name) {
        return names(schema.types().stream().filter(type -> isBelow(type, name)));
    }

    private static boolean isBelow(EntityType<?> type, String name) {
        return type.name().equals(name)
                || type.parent().filter(parent -> isBelow(parent, name)).isPresent();
    }

    private static Set<String> names(Stream<EntityType<?>> types) {
        return types.filter(type -> !type.isAbstract()).map(EntityType::name).collect(toSet());
    }

    @Override
    public <S extends CrmRecord> List<S> select(Class<S> recordClass, Criterion<? super S> where) {
        return batch.select(recordClass, where);
    }
}
