package org.clientele.door;

import java.util.List;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.All;
import org.clientele.criteria.Criterion.Any;
import org.clientele.criteria.Criterion.Not;
import org.clientele.criteria.Criterion.Related;
import org.clientele.criteria.Query;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Aggregation;
import org.clientele.store.Aggregation.Count;
import org.clientele.store.Aggregation.Measure;
import org.clientele.store.Aggregation.Sum;
import org.clientele.store.Aggregation.SumMoney;

/**
 * Keeps an actor from finding out by conditions what the actor may not see: records that are hidden count as not there
 * when a condition looks at related records.
 */
final class Veil {

    private final Guard guard;
    private final Schema schema;

    Veil(Guard guard, Schema schema) {
        this.guard = guard;
        this.schema = schema;
    }

    <R> Query<R> over(Query<R> query) {
        return new Query<>(over(query.where()), query.order(), query.offset(), query.limit());
    }

    <R> Aggregation<R> over(Aggregation<R> aggregation) {
        List<Measure<R>> measures =
                aggregation.measures().stream().map(this::over).toList();
        return new Aggregation<>(over(aggregation.where()), aggregation.groupBy(), measures);
    }

    private <R> Measure<R> over(Measure<R> measure) {
        if (measure instanceof Sum<R> sum) {
            return new Sum<>(sum.of(), over(sum.where()));
        } else if (measure instanceof SumMoney<R> sum) {
            return new SumMoney<>(sum.of(), over(sum.where()));
        }
        return new Count<>(over(measure.where()));
    }

    <R> Criterion<R> over(Criterion<R> where) {
        if (where instanceof All<R> all) {
            return new All<>(all(all.parts()));
        } else if (where instanceof Any<R> any) {
            return new Any<>(all(any.parts()));
        } else if (where instanceof Not<R> not) {
            return new Not<>(over(not.part()));
        }
        return where instanceof Related<R, ?> related ? over(related) : where;
    }

    private <R> List<Criterion<? super R>> all(List<Criterion<? super R>> parts) {
        return parts.stream().<Criterion<? super R>>map(this::over).toList();
    }

    private <R, T> Criterion<R> over(Related<R, T> related) {
        return new Related<>(
                related.relation(),
                new All<T>(
                        List.of(over(related.where()), view(related.relation().target()))));
    }

    @SuppressWarnings("unchecked") // the type of a class is that of its records
    private <T> Criterion<T> view(Class<T> target) {
        return (Criterion<T>) guard.view((EntityType<CrmRecord>) schema.type(target));
    }
}
