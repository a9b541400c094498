package org.clientele.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The records within one transaction, for one thread. A store implements it, and so does every step of the door through
 * which writes pass: whoever holds the first step can not go round the others.
 *
 * <p>A type stands for its own records and those of all types that extend it. What comes out is a copy.
 */
public interface Records extends Lookup {

    /** The types, with today's custom properties. */
    Schema schema();

    /** The record with this identity. */
    <R extends CrmRecord> Optional<R> find(EntityType<R> type, UUID id);

    /** The records with these identities, each once, in the order given; those that are not there are left out. */
    <R extends CrmRecord> List<R> findAll(EntityType<R> type, Collection<UUID> ids);

    /** The records that a query asks for, in its order. Close the stream unless it is read to its end. */
    <R extends CrmRecord> Stream<R> select(EntityType<R> type, Query<R> query);

    /**
     * Some values of each record that a query asks for, in the order of the attributes; null where there is none. Made for
     * lists of what is many, where the rest of the record is not needed. Close the stream unless it is read to its end.
     */
    default <R extends CrmRecord> Stream<List<@Nullable Object>> values(
            EntityType<R> type, Query<R> query, List<? extends Attribute<? super R, ?>> attributes) {
        return rows(select(type, query), attributes);
    }

    /** The values of these records, one row each. */
    static <R extends CrmRecord> Stream<List<@Nullable Object>> rows(
            Stream<R> records, List<? extends Attribute<? super R, ?>> attributes) {
        return records.map(record -> attributes.stream()
                .<@Nullable Object>map(attribute -> attribute.get(record))
                .toList());
    }

    /** How many records meet the condition. */
    <R extends CrmRecord> long count(EntityType<R> type, Criterion<? super R> where);

    /** Counts and sums, group by group, in no order. A group exists when at least one record is in it. */
    <R extends CrmRecord> List<Group> aggregate(EntityType<R> type, Aggregation<R> aggregation);

    /**
     * For each question how many records point to each of the records that they point to; those to which none points are
     * left out. A store may answer all questions in one statement.
     */
    default List<Map<UUID, Long>> pointing(List<? extends Pointing<?>> asked) {
        List<Map<UUID, Long>> counts = new ArrayList<>();
        asked.forEach(one -> counts.add(pointing(one)));
        return counts;
    }

    private <R extends CrmRecord> Map<UUID, Long> pointing(Pointing<R> asked) {
        Map<UUID, Long> counts = new HashMap<>();
        for (Group group : aggregate(asked.type(), asked.aggregation())) {
            Object key = group.key().get(0);
            if (key != null) {
                counts.merge(Reference.id(key), (Long) group.values().get(0), Long::sum);
            }
        }
        return counts;
    }

    /**
     * Writes all of these, in this order; later ones may build on earlier ones.
     *
     * @return for each write the record as it is stored now, with its new version; for a deletion as it was
     * @throws StaleRecordException when a record was changed since it was read
     * @throws DuplicateRecordException when an identity or a unique value is taken; some stores tell only at the end of
     *     the transaction
     */
    List<CrmRecord> write(List<? extends Write<?>> writes);

    /**
     * Changes folded values ({@link org.clientele.model.Fold}) upon what is stored, without a new version: of several
     * transactions that adjust one record none is refused and no change is lost. What is not there is left out. From
     * then on until this transaction ends no other adjusts the same values of these records. No write changes these values
     * otherwise: an insertion sets them, an update leaves them as they are.
     */
    void adjust(List<? extends Adjustment<?>> adjustments);

    /**
     * Holds records until this transaction ends, so that nothing comes to point to what goes at the same time: references are
     * plain identities, and no store keeps them whole. Whoever makes something point to a record holds it as one that stays,
     * before it is written; whoever deletes a record holds it as one that goes, before looking for what points to it.
     *
     * <p>Of two transactions of which one holds a record as one that stays and the other deletes it, having held it as one that
     * goes, the later sees what the earlier did, or is refused with a {@link StaleRecordException}: a store may let it wait
     * here, or refuse it here or at the end of the transaction. Of those that hold a record as one that stays, and adjust it,
     * none is refused for that.
     *
     * @param type the type of the records, or one that it extends
     * @return the identities of those that are there
     * @throws StaleRecordException when somebody else is in the way
     */
    Set<UUID> hold(EntityType<?> type, Collection<UUID> ids, Fate fate);

    /**
     * Gives many records the same new values, and each a new version. Whoever has changed one of them meanwhile keeps the rest
     * of that change.
     *
     * @param at the time of the change
     * @return how many records were changed
     */
    default <R extends CrmRecord> long update(MassUpdate<R> update, Instant at) {
        List<Write<R>> writes = new ArrayList<>();
        select(update.type(), update.query()).forEach(record -> {
            R after = update.type().copy(record);
            update.applyTo(after, at);
            writes.add(new Write.Update<>(update.type(), record, after));
        });
        return write(writes).size();
    }

    /** The record of this class, or of a class below it, with this identity. */
    @Override
    @SuppressWarnings("unchecked")
    default <T> Optional<T> find(Class<T> recordClass, UUID id) {
        return (Optional<T>) find(schema().type(recordClass), id);
    }

    @Override
    default <H> List<H> referring(Class<H> holder, Attribute<? super H, ?> by, Object record) {
        return record instanceof CrmRecord target
                ? referring(holder, schema().reference(holder, by), target)
                : List.of();
    }

    private <H, R extends CrmRecord> List<H> referring(Class<H> holder, Reference<R> from, CrmRecord target) {
        Criterion<R> pointing = from.pointsTo(schema().typeOf(target), Set.of(target.getId()));
        return select(from.type(), Query.of(pointing)).map(holder::cast).toList();
    }
}
