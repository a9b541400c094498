package org.clientele.store.memory;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Referred;
import org.clientele.criteria.Rewriting;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.jspecify.annotations.Nullable;

/** Finds out once what is pointed to: a condition on referring records becomes a set of identities. */
final class Pointed extends Rewriting {

    private final Schema schema;
    private final Reader reader;

    /** Reads records that meet a condition. */
    @FunctionalInterface
    interface Reader {
        <R extends CrmRecord> void each(EntityType<R> type, Criterion<? super R> where, Consumer<? super R> consumer);
    }

    Pointed(Schema schema, Reader reader) {
        this.schema = schema;
        this.reader = reader;
    }

    @Override
    protected <R> Criterion<R> rewritten(Criterion<R> part) {
        return part instanceof Referred<R, ?> referred ? identities(referred) : part;
    }

    private <R, H> Criterion<R> identities(Referred<R, H> referred) {
        return identities(schema.reference(referred.holder(), referred.by()), referred.where());
    }

    @SuppressWarnings("unchecked") // the condition is about the class from which the reference points
    private <R, H extends CrmRecord> Criterion<R> identities(Reference<H> from, Criterion<?> where) {
        Map<@Nullable String, Set<UUID>> ids = new LinkedHashMap<>();
        reader.each(
                from.type(),
                (Criterion<? super H>) where,
                holder -> from.eachTarget(
                        holder,
                        (type, id) -> ids.computeIfAbsent(type, newType -> new LinkedHashSet<>())
                                .add(id)));
        List<Criterion<? super R>> parts = new ArrayList<>();
        ids.forEach((type, some) -> parts.add(identities(type, some)));
        return new Criterion.Any<>(parts);
    }

    @SuppressWarnings("unchecked") // what has an identity is a record, and nothing else is pointed to
    private <R> Criterion<R> identities(@Nullable String type, Set<UUID> ids) {
        Criterion<R> among = (Criterion<R>) new Criterion.OneOf<>(CrmRecord.ID, ids);
        return type == null ? among : new Criterion.OfClass<R>(classes(type)).and(among);
    }

    private Set<Class<?>> classes(String type) {
        return schema.types().stream()
                .filter(known -> known.name().equals(type))
                .map(EntityType::recordClass)
                .collect(toUnmodifiableSet());
    }
}
