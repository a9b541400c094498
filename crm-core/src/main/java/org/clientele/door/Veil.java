package org.clientele.door;

import java.util.List;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.All;
import org.clientele.criteria.Criterion.Any;
import org.clientele.criteria.Criterion.AnyItem;
import org.clientele.criteria.Criterion.Not;
import org.clientele.criteria.Criterion.Referred;
import org.clientele.criteria.Criterion.Related;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Aggregation;
import org.clientele.store.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an actor from finding out by conditions what the actor may not see: records that are hidden count as not there
 * when a condition looks at related or referring records, properties that are hidden count as without a value.
 */
final class Veil {

    private final Guard guard;
    private final Narrowing narrowing;
    private final Redaction redaction;
    private final Schema schema;

    Veil(Guard guard, Narrowing narrowing, Mask mask, Schema schema) {
        this.guard = guard;
        this.narrowing = narrowing;
        this.redaction = new Redaction(narrowing, mask, schema);
        this.schema = schema;
    }

    /** The query as far as the actor's view reaches; refused when its order would tell what is hidden. */
    <R extends CrmRecord> Query<R> over(EntityType<R> type, Query<R> query) {
        query.order()
                .forEach(step -> narrowing.requireShown(
                        type, step.attribute(), "sorted by", "the order would tell what is hidden"));
        return query.over(over(type, query.where()));
    }

    /** The aggregation as far as the actor's view reaches; refused when its groups would tell what is hidden. */
    <R extends CrmRecord> Aggregation<R> over(EntityType<R> type, Aggregation<R> aggregation) {
        aggregation
                .groupBy()
                .forEach(attribute ->
                        narrowing.requireShown(type, attribute, "grouped by", "the groups would tell what is hidden"));
        List<Measure<R>> measures = aggregation.measures().stream()
                .map(measure -> over(type, measure))
                .toList();
        return new Aggregation<>(over(type, aggregation.where()), aggregation.groupBy(), measures);
    }

    private <R extends CrmRecord> Measure<R> over(EntityType<R> type, Measure<R> measure) {
        Criterion<R> where = over(type, new All<R>(List.of(measure.where())));
        for (Attribute<? super R, ?> read : measure.reads()) {
            where = redaction.<R>shown(type, read).and(where);
        }
        return measure.over(where);
    }

    /**
     * The condition on records of a type, as far as the actor's view reaches.
     *
     * @param type null for a condition on items, which show all they have where their record shows them
     */
    <C> Criterion<C> over(@Nullable EntityType<?> type, Criterion<C> where) {
        if (where instanceof All<C> all) {
            return new All<>(all(type, all.parts()));
        } else if (where instanceof Any<C> any) {
            return new Any<>(all(type, any.parts()));
        } else if (where instanceof Not<C> not) {
            return new Not<>(over(type, not.part()));
        } else if (where instanceof Referred<C, ?> referred) {
            return over(referred);
        }
        Criterion<C> within = where instanceof Related<C, ?> related
                ? over(related)
                : where instanceof AnyItem<C, ?> any ? over(any) : where;
        return type == null ? within : redaction.over(type, within);
    }

    private <C> List<Criterion<? super C>> all(@Nullable EntityType<?> type, List<Criterion<? super C>> parts) {
        return parts.stream()
                .<Criterion<? super C>>map(part -> over(type, part))
                .toList();
    }

    private <C, I> Criterion<C> over(AnyItem<C, I> any) {
        return new AnyItem<>(any.attribute(), over((EntityType<?>) null, any.where()));
    }

    private <C, T> Criterion<C> over(Related<C, T> related) {
        EntityType<?> target = schema.type(related.relation().target());
        return new Related<>(related.relation(), seen(target, related.where()));
    }

    private <C, H> Criterion<C> over(Referred<C, H> referred) {
        EntityType<?> holder = schema.type(referred.holder());
        Criterion<H> points = redaction.shown(holder, referred.by());
        return new Referred<>(
                referred.holder(), referred.by(), new All<H>(List.of(points, this.<H>seen(holder, referred.where()))));
    }

    @SuppressWarnings("unchecked") // the type of a class is that of its records
    private <T> Criterion<T> seen(EntityType<?> type, Criterion<? super T> where) {
        return new All<T>(List.of(over(type, where), (Criterion<T>) guard.view((EntityType<CrmRecord>) type)));
    }
}
