package org.clientele.door;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.model.Fold.Latest;
import org.clientele.model.Fold.Sum;
import org.clientele.model.Fold.Term;
import org.clientele.property.InstantProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.store.Adjustment;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.MassUpdate;
import org.clientele.store.Measure;
import org.clientele.store.Records;
import org.clientele.store.Write;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What writes change in the folded values of the records to which the written ones point. */
final class Folding {

    private final Records stored;
    private final Map<UUID, Target> targets = new LinkedHashMap<>();
    private final List<CrmRecord> notes = new ArrayList<>();

    /** Nothing, at first. */
    Folding(Records stored) {
        this.stored = stored;
    }

    /** What has to change in the values of one record. */
    private static final class Target {

        private final EntityType<?> type;
        private final Map<Property<?, ?>, BigDecimal> sums = new LinkedHashMap<>();
        private final Map<Property<?, ?>, Instant> times = new LinkedHashMap<>();
        private final Set<InstantProperty<?>> lost = new LinkedHashSet<>();
        private final Map<Sum<?, ?>, BigDecimal> noted = new LinkedHashMap<>();

        Target(EntityType<?> type) {
            this.type = type;
        }
    }

    /**
     * What these writes change when they are done.
     *
     * @param gone the records that go or have gone: their values are nobody's any more
     */
    static Folding of(List<Write<?>> writes, Set<UUID> gone, Records stored) {
        Folding folding = new Folding(stored);
        writes.forEach(folding::look);
        folding.targets.keySet().removeAll(gone);
        return folding;
    }

    /** The records that have the values. */
    void eachTarget(BiConsumer<EntityType<?>, UUID> consumer) {
        targets.forEach((id, target) -> consumer.accept(target.type, id));
    }

    /**
     * Adjusts the values after the writes were done.
     *
     * @return records that tell of the changes, to be saved
     */
    List<CrmRecord> adjusted() {
        adjust();
        return notes;
    }

    /** Looks, before they are changed, at records that will point to another one. */
    <S extends CrmRecord> void look(MassUpdate<S> update) {
        for (Fold<? super S, ?> fold : update.type().folds()) {
            update.puts().stream()
                    .filter(put -> put.property() == fold.by())
                    .forEach(put -> look(update, fold, put.value()));
        }
    }

    private <S extends CrmRecord> void look(MassUpdate<S> update, Fold<? super S, ?> fold, @Nullable Object pointing) {
        List<Measure<S>> measures = new ArrayList<>();
        fold.terms().forEach(term -> measures.add(Recount.measure(term)));
        Aggregation<S> aggregation = new Aggregation<>(update.condition(), List.of(fold.by()), measures);
        for (Group group : stored.aggregate(update.type(), aggregation)) {
            AnyRef from = target(fold, group.key().get(0));
            AnyRef to = target(fold, pointing);
            for (int i = 0; i < fold.terms().size(); i++) {
                Object value = number(group.values().get(i));
                count(fold.terms().get(i), from == null ? null : new Part(from, value), -1);
                count(fold.terms().get(i), to == null ? null : new Part(to, value), 1);
            }
        }
    }

    private static @Nullable Object number(Object measured) {
        return measured instanceof Optional<?> time ? time.orElse(null) : new BigDecimal(measured.toString());
    }

    <S extends CrmRecord> void look(Write<S> write) {
        S before = write instanceof Write.Insert<S>
                ? null
                : write instanceof Write.Update<S> update ? update.before() : write.record();
        S after = write instanceof Write.Delete<S> ? null : write.record();
        write.type().folds().forEach(fold -> look(fold, before, after));
    }

    private <S, T> void look(Fold<S, T> fold, @Nullable S before, @Nullable S after) {
        for (Term<S, T> term : fold.terms()) {
            Part former = before == null ? null : part(fold, term, before);
            Part latter = after == null ? null : part(fold, term, after);
            if (!Objects.equals(former, latter)) {
                count(term, former, -1);
                count(term, latter, 1);
            }
        }
    }

    /**
     * What one record brings into one value of another.
     *
     * @param value a number, a time, or null where there is none
     */
    private record Part(AnyRef target, @Nullable Object value) {}

    /** Null where the record brings nothing. */
    private <S, T> @Nullable Part part(Fold<S, T> fold, Term<S, T> term, S record) {
        AnyRef target = target(fold, fold.by().get(record));
        return target == null || !term.where().test(record, Lookup.NOTHING)
                ? null
                : new Part(target, value(term, record));
    }

    /** The record whose values the fold leads into; null when there is none. */
    private @Nullable AnyRef target(Fold<?, ?> fold, @Nullable Object pointing) {
        if (pointing instanceof Ref<?> ref) {
            Class<?> target = ((ReferenceProperty<?, ?>) fold.by()).target();
            return new AnyRef(stored.schema().type(target).name(), ref.id());
        } else if (pointing instanceof AnyRef ref
                && fold.target()
                        .isAssignableFrom(stored.schema().type(ref.type()).recordClass())) {
            return ref;
        }
        return null;
    }

    private static <S> @Nullable Object value(Term<S, ?> term, S record) {
        if (term instanceof Sum<S, ?> sum) {
            return sum.of(record);
        }
        return term instanceof Latest<S, ?> latest ? latest.of(record) : BigDecimal.ONE;
    }

    private void count(Term<?, ?> term, @Nullable Part part, int times) {
        if (part == null || part.value() == null) {
            return;
        }
        Target target = targets.computeIfAbsent(
                part.target().id(),
                id -> new Target(stored.schema().type(part.target().type())));
        if (part.value() instanceof BigDecimal number) {
            BigDecimal change = number.multiply(BigDecimal.valueOf(times));
            target.sums.merge(term.into(), change, BigDecimal::add);
            if (term instanceof Sum<?, ?> sum && sum.note() != null) {
                target.noted.merge(sum, change, BigDecimal::add);
            }
        } else if (term instanceof Latest<?, ?> latest) {
            if (times > 0) {
                target.times.merge(latest.into(), (Instant) part.value(), Folding::later);
            } else {
                target.lost.add(latest.into());
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A record with the values that it will have once these writes are done. */
    <R extends CrmRecord> R over(EntityType<R> type, R record, List<Write<?>> writes) {
        Target target = targets.get(record.getId());
        R after = type.copy(record);
        if (target == null) {
            return after;
        }
        adjustment(type, record.getId(), steps(target)).applyTo(after);
        if (!target.lost.isEmpty()) {
            Set<UUID> changed = new LinkedHashSet<>();
            writes.forEach(write -> changed.add(write.record().getId()));
            Map<Property<?, ?>, Map<UUID, Object>> found =
                    new Recount(stored, changed).values(type, target.lost, Set.of(record.getId()));
            adjustment(type, record.getId(), found(record.getId(), found)).applyTo(after);
            adjustment(type, record.getId(), raises(target)).applyTo(after);
        }
        return after;
    }

    @SuppressWarnings("unchecked") // a property into which a fold leads is one of the target's
    private static List<Adjustment.Step<CrmRecord>> raises(Target target) {
        List<Adjustment.Step<CrmRecord>> raises = new ArrayList<>();
        target.times.forEach(
                (property, time) -> raises.add(new Adjustment.Raise<>((InstantProperty<CrmRecord>) property, time)));
        return raises;
    }

    /**
     * Where a time that may have been the latest is gone, the latest is looked for after the record was adjusted: from then on
     * nobody else adjusts it until this transaction has ended, so nothing is missed and nothing that others did is lost.
     */
    private void adjust() {
        List<Adjustment<?>> changes = new ArrayList<>();
        Map<EntityType<?>, Lost> lost = new LinkedHashMap<>();
        targets.forEach((id, target) -> {
            List<Adjustment.Step<CrmRecord>> steps = steps(target);
            if (!steps.isEmpty()) {
                changes.add(adjustment(target.type, id, steps));
            }
            if (!target.lost.isEmpty()) {
                lost.computeIfAbsent(target.type, type -> new Lost()).add(id, target);
            }
            note(id, target);
        });
        put(changes);
        List<Adjustment<?>> latest = new ArrayList<>();
        lost.forEach((type, some) -> {
            Map<Property<?, ?>, Map<UUID, Object>> found = new Recount(stored).values(type, some.properties, some.ids);
            some.ids.forEach(id -> latest.add(adjustment(type, id, found(id, found))));
        });
        put(latest);
    }

    /** Records of one type, and their values of which the latest has to be looked for. */
    private static final class Lost {

        private final Set<UUID> ids = new LinkedHashSet<>();
        private final Set<InstantProperty<?>> properties = new LinkedHashSet<>();

        void add(UUID id, Target target) {
            ids.add(id);
            properties.addAll(target.lost);
        }
    }

    private void put(List<Adjustment<?>> adjustments) {
        adjustments.sort(Comparator.comparing(Adjustment::id));
        if (!adjustments.isEmpty()) {
            stored.adjust(adjustments);
        }
    }

    @SuppressWarnings("unchecked") // a property into which a fold leads is one of the target's
    private static List<Adjustment.Step<CrmRecord>> steps(Target target) {
        List<Adjustment.Step<CrmRecord>> steps = new ArrayList<>();
        target.sums.forEach((property, change) -> {
            if (change.signum() != 0) {
                steps.add(new Adjustment.Add<>((NumberProperty<CrmRecord, ?>) property, change));
            }
        });
        target.lost.forEach(property -> steps.add(new Adjustment.Put<>((InstantProperty<CrmRecord>) property, null)));
        target.times.forEach((property, time) -> {
            if (!target.lost.contains(property)) {
                steps.add(new Adjustment.Raise<>((InstantProperty<CrmRecord>) property, time));
            }
        });
        return steps;
    }

    @SuppressWarnings("unchecked") // likewise
    private static List<Adjustment.Step<CrmRecord>> found(UUID id, Map<Property<?, ?>, Map<UUID, Object>> found) {
        List<Adjustment.Step<CrmRecord>> steps = new ArrayList<>();
        found.forEach((property, latest) ->
                steps.add(new Adjustment.Put<>((InstantProperty<CrmRecord>) property, (Instant) latest.get(id))));
        return steps;
    }

    @SuppressWarnings("unchecked") // the steps are about properties of the type
    private static <R extends CrmRecord> Adjustment<R> adjustment(
            EntityType<R> type, UUID id, List<Adjustment.Step<CrmRecord>> steps) {
        return new Adjustment<>(type, id, (List<Adjustment.Step<R>>) (List<?>) steps);
    }

    private void note(UUID id, Target target) {
        target.noted.forEach((sum, change) -> {
            if (change.signum() != 0) {
                Optional.ofNullable(sum.note())
                        .map(note -> note.apply(id, change))
                        .ifPresent(notes::add);
            }
        });
    }
}
