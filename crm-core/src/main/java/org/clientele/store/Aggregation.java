package org.clientele.store;

import java.util.List;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Rewriting;

/**
 * Counts and sums over the records of a type, group by group.
 *
 * @param <R> the type whose records are counted
 * @param where which records take part
 * @param groupBy the attributes whose values make a group, each of one value; none for one group of all
 * @param measures what is counted or summed in each group
 */
public record Aggregation<R>(
        Criterion<? super R> where, List<Attribute<? super R, ?>> groupBy, List<Measure<R>> measures) {

    public Aggregation {
        groupBy = List.copyOf(groupBy);
        measures = List.copyOf(measures);
    }

    /** This aggregation over fewer records. */
    public Aggregation<R> and(Criterion<? super R> condition) {
        return over(new Criterion.All<R>(List.of(where, condition)));
    }

    /** This aggregation over other records. */
    public Aggregation<R> over(Criterion<? super R> condition) {
        return new Aggregation<>(condition, groupBy, measures);
    }

    /** This aggregation with all its conditions rewritten. */
    public Aggregation<R> rewritten(Rewriting rewriting) {
        List<Measure<R>> rewritten = measures.stream()
                .<Measure<R>>map(measure -> measure.over(rewriting.over(measure.where())))
                .toList();
        return new Aggregation<>(rewriting.over(where), groupBy, rewritten);
    }
}
