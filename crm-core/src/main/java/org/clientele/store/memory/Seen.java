package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.store.Aggregation;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction sees: the committed records with its own writes laid over them. Hands over the stored instances
 * themselves, which may only be read. To be used under the store's read lock.
 */
final class Seen implements Lookup {

    /** Up to so many records, what points to each is looked up; for more, it is found out once for all. */
    private static final int FEW = 64;

    private final Schema schema;
    private final Function<EntityType<?>, Table> committed;
    private final Map<EntityType<?>, Table> own = new HashMap<>();
    private final Set<UUID> touched;
    private final Pointed pointed;

    /**
     * What is committed and nothing else, at first.
     *
     * @param touched the identities of all records that the transaction has written or deleted
     */
    Seen(Schema schema, Function<EntityType<?>, Table> committed, Set<UUID> touched) {
        this.schema = schema;
        this.committed = committed;
        this.touched = touched;
        this.pointed = new Pointed(schema, this::each);
    }

    /** The record as the transaction has written it. */
    void put(EntityType<?> type, CrmRecord record) {
        own(type).put(record);
    }

    /** The transaction has deleted the record. */
    void remove(EntityType<?> type, UUID id) {
        own(type).remove(id);
    }

    private Table own(EntityType<?> type) {
        return own.computeIfAbsent(type.root(), root -> new Table());
    }

    @Nullable
    CrmRecord get(EntityType<?> type, UUID id) {
        CrmRecord record = (touched.contains(id) ? own(type) : committed.apply(type)).get(id);
        return type.recordClass().isInstance(record) ? record : null;
    }

    @Override
    public <T> Optional<T> find(Class<T> recordClass, UUID id) {
        return Optional.ofNullable(get(schema.type(recordClass), id)).map(recordClass::cast);
    }

    @Override
    public <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
        return record instanceof CrmRecord target ? referring(holder, schema.reference(holder, by), target) : List.of();
    }

    private <H, R extends CrmRecord> List<H> referring(Class<H> holder, Reference<R> from, CrmRecord target) {
        List<H> found = new ArrayList<>();
        each(
                from.type(),
                from.pointsTo(schema.typeOf(target), Set.of(target.getId())),
                pointing -> found.add(holder.cast(pointing)));
        return found;
    }

    /** The aggregation with conditions that are fast on many records. */
    <R> Aggregation<R> resolved(Aggregation<R> aggregation) {
        return aggregation.rewritten(pointed);
    }

    /** Hands over the records of a type that meet a condition. */
    <R extends CrmRecord> void each(EntityType<R> type, Criterion<? super R> where, Consumer<? super R> consumer) {
        Table table = committed.apply(type);
        boolean areFew =
                new Candidates(table).of(where).filter(ids -> ids.size() <= FEW).isPresent();
        Criterion<? super R> condition = areFew ? where : pointed.over(where);
        Consumer<CrmRecord> offer = record -> {
            if (type.recordClass().isInstance(record)) {
                R one = type.recordClass().cast(record);
                if (condition.test(one, this)) {
                    consumer.accept(one);
                }
            }
        };
        candidates(table, condition, record -> {
            if (touched.isEmpty() || !touched.contains(record.getId())) {
                offer.accept(record);
            }
        });
        candidates(own(type), condition, offer);
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
}
