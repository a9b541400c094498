package org.clientele.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Lookup;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;

/**
 * The same new values for all records of one type that meet a condition, given by the store at once and without reading the
 * records; see {@link Records#update}.
 *
 * @param <R> the type of the records
 * @param type the type of the records themselves, never one that they extend
 * @param where which records, by their identity and by the properties that get values
 * @param puts the values: of references and of other single values, not of custom properties
 */
public record MassUpdate<R extends CrmRecord>(
        EntityType<R> type, Criterion<? super R> where, List<Adjustment.Put<R, ?>> puts) {

    public MassUpdate {
        puts = List.copyOf(puts);
    }

    /** Asks for the records that will be changed. */
    public Query<R> query() {
        return Query.of(condition());
    }

    /** The condition that they and no others meet. */
    public Criterion<R> condition() {
        return new Criterion.All<>(List.of(where, new Criterion.OfClass<>(Set.of(type.recordClass()))));
    }

    /** The same once these writes will have been done: without the records that go, or meet the condition no more. */
    public MassUpdate<R> without(Collection<Write<?>> writes) {
        Set<UUID> out = new HashSet<>();
        for (Write<?> write : writes) {
            boolean leaves = write.type() == type
                    && (write instanceof Write.Delete<?>
                            || !where.test(type.recordClass().cast(write.record()), Lookup.NOTHING));
            if (leaves) {
                out.add(write.record().getId());
            }
        }
        return out.isEmpty()
                ? this
                : new MassUpdate<>(
                        type,
                        new Criterion.All<R>(
                                List.of(where, new Criterion.Not<>(new Criterion.OneOf<>(CrmRecord.ID, out)))),
                        puts);
    }

    /** Gives the values to one record, and the time of its change. */
    void applyTo(R record, Instant at) {
        puts.forEach(put -> put(put, record));
        CrmRecord.UPDATED_AT.set(record, at);
    }

    private static <R, V> void put(Adjustment.Put<R, V> put, R record) {
        put.property().set(record, put.value());
    }
}
