package org.clientele.door;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.model.Fold.Count;
import org.clientele.model.Fold.Latest;
import org.clientele.model.Fold.Sum;
import org.clientele.model.Fold.Term;
import org.clientele.model.Reference;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.store.Adjustment;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.jspecify.annotations.Nullable;

/** Counts folded values anew from the records that point, in as many statements as there are folds, some records at a time. */
final class Recount {

    private static final int AT_A_TIME = 512;

    private final Records stored;
    private final Set<UUID> without;

    Recount(Records stored) {
        this(stored, Set.of());
    }

    /**
     * Counts what is stored but for some records.
     *
     * @param without records that do not count
     */
    Recount(Records stored, Set<UUID> without) {
        this.stored = stored;
        this.without = Set.copyOf(without);
    }

    /**
     * Puts all folded values of these records of a type right. They are emptied first: from then on nobody else adjusts them
     * until this transaction has ended, and what is counted after that is what there is.
     */
    <R extends CrmRecord> void putRight(EntityType<R> type, Set<UUID> ids) {
        List<Property<? super R, ?>> folded = stored.schema().folded(type);
        if (folded.isEmpty() || ids.isEmpty()) {
            return;
        }
        put(type, ids, folded, Map.of());
        put(type, ids, folded, values(type, folded, ids));
    }

    private <R extends CrmRecord> void put(
            EntityType<R> type,
            Set<UUID> ids,
            List<Property<? super R, ?>> folded,
            Map<Property<?, ?>, Map<UUID, Object>> counted) {
        List<Adjustment<R>> adjustments = new ArrayList<>();
        for (UUID id : new TreeSet<>(ids)) {
            List<Adjustment.Step<R>> steps = new ArrayList<>();
            folded.forEach(property -> steps.add(
                    put(property, counted.getOrDefault(property, Map.of()).get(id))));
            adjustments.add(new Adjustment<>(type, id, steps));
        }
        stored.adjust(adjustments);
    }

    @SuppressWarnings("unchecked") // the value was found for this very property
    private static <R, V> Adjustment.Step<R> put(Property<? super R, V> property, @Nullable Object value) {
        if (property instanceof NumberProperty<?, ?> number) {
            return new Adjustment.Put<>(property, (V) plus(number, value));
        }
        return new Adjustment.Put<>(property, (V) value);
    }

    private static <N extends Number & Comparable<N>> N plus(NumberProperty<?, N> number, @Nullable Object value) {
        return number.plus(null, value == null ? BigDecimal.ZERO : (BigDecimal) value);
    }

    /**
     * What properties of these records come to, over all folds that lead into them: sums and counts, or latest times.
     *
     * @param target the type of the records; where references to anything point to them, their very type
     */
    Map<Property<?, ?>, Map<UUID, Object>> values(
            EntityType<?> target, Collection<? extends Property<?, ?>> properties, Set<UUID> ids) {
        Map<Property<?, ?>, Map<UUID, Object>> values = new HashMap<>();
        properties.forEach(property -> values.put(property, new HashMap<>()));
        List<UUID> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            Set<UUID> some = Set.copyOf(all.subList(from, Math.min(from + AT_A_TIME, all.size())));
            for (EntityType<?> source : stored.schema().types()) {
                if (!source.isAbstract()) {
                    addValues(source, target, some, values);
                }
            }
        }
        return values;
    }

    private <S extends CrmRecord> void addValues(
            EntityType<S> source, EntityType<?> target, Set<UUID> ids, Map<Property<?, ?>, Map<UUID, Object>> values) {
        for (Fold<? super S, ?> fold : source.folds()) {
            List<Term<? super S, ?>> terms = new ArrayList<>();
            fold.terms().stream()
                    .filter(term -> values.containsKey(term.into()))
                    .forEach(terms::add);
            if (!terms.isEmpty() && fold.target().isAssignableFrom(target.recordClass())) {
                add(source, new Reference<>(source, fold.by()).pointsTo(target, ids), fold, terms, values);
            }
        }
    }

    private <S extends CrmRecord> void add(
            EntityType<S> source,
            Criterion<S> pointing,
            Fold<? super S, ?> fold,
            List<Term<? super S, ?>> terms,
            Map<Property<?, ?>, Map<UUID, Object>> values) {
        List<Measure<S>> measures = new ArrayList<>();
        terms.forEach(term -> measures.add(measure(term)));
        Aggregation<S> aggregation = new Aggregation<>(pointing, List.of(fold.by()), measures);
        for (Group group : ofThisTypeOnly(source, aggregation)) {
            UUID id = Reference.id(Objects.requireNonNull(group.key().get(0)));
            for (int i = 0; i < terms.size(); i++) {
                Map<UUID, Object> known =
                        Objects.requireNonNull(values.get(terms.get(i).into()));
                add(id, group.values().get(i), known);
            }
        }
    }

    private static void add(UUID id, Object value, Map<UUID, Object> known) {
        if (value instanceof Optional<?> time) {
            time.ifPresent(one -> known.merge(id, one, Recount::later));
        } else {
            known.merge(
                    id, new BigDecimal(value.toString()), (one, other) -> ((BigDecimal) one).add((BigDecimal) other));
        }
    }

    /** A type stands for those below it as well, which have the same folds and are counted by themselves. */
    private <S extends CrmRecord> List<Group> ofThisTypeOnly(EntityType<S> source, Aggregation<S> aggregation) {
        Aggregation<S> own = aggregation.and(new Criterion.OfClass<>(Set.of(source.recordClass())));
        return stored.aggregate(
                source,
                without.isEmpty() ? own : own.and(new Criterion.Not<>(new Criterion.OneOf<>(CrmRecord.ID, without))));
    }

    static <S> Measure<S> measure(Term<? super S, ?> term) {
        if (term instanceof Count<? super S, ?> count) {
            return new Measure.Count<>(count.where());
        } else if (term instanceof Sum<? super S, ?> sum) {
            return new Measure.Sum<>(sum.of(), sum.where());
        }
        Latest<? super S, ?> latest = (Latest<? super S, ?>) term;
        return new Measure.Extreme<>(latest.of(), true, latest.where());
    }

    private static Object later(Object one, Object other) {
        return ((Instant) one).isAfter((Instant) other) ? one : other;
    }
}
