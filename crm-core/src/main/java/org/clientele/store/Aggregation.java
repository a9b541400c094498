package org.clientele.store;

import java.util.List;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Rewriting;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;

/**
 * Counts and sums over the records of a type, group by group.
 *
 * @param <R> the type whose records are counted
 * @param where which records take part
 * @param groupBy the properties whose values make a group; none for one group of all
 * @param measures what is counted or summed in each group
 */
public record Aggregation<R>(
        Criterion<? super R> where, List<Property<? super R, ?>> groupBy, List<Measure<R>> measures) {

    public Aggregation {
        groupBy = List.copyOf(groupBy);
        measures = List.copyOf(measures);
    }

    /** This aggregation over fewer records. */
    public Aggregation<R> and(Criterion<? super R> condition) {
        return new Aggregation<>(new Criterion.All<R>(List.of(where, condition)), groupBy, measures);
    }

    /** This aggregation with all its conditions rewritten. */
    public Aggregation<R> rewritten(Rewriting rewriting) {
        List<Measure<R>> rewritten =
                measures.stream().map(measure -> rewritten(measure, rewriting)).toList();
        return new Aggregation<>(rewriting.over(where), groupBy, rewritten);
    }

    private static <R> Measure<R> rewritten(Measure<R> measure, Rewriting rewriting) {
        if (measure instanceof Sum<R> sum) {
            return new Sum<>(sum.of(), rewriting.over(sum.where()));
        } else if (measure instanceof SumMoney<R> sum) {
            return new SumMoney<>(sum.of(), rewriting.over(sum.where()));
        } else if (measure instanceof Latest<R> latest) {
            return new Latest<>(latest.of(), rewriting.over(latest.where()));
        }
        return new Count<>(rewriting.over(measure.where()));
    }

    /** Something counted or summed. */
    public sealed interface Measure<R> {

        /** Which records of a group it takes in. */
        Criterion<? super R> where();
    }

    /** How many records; its value is a {@code Long}. */
    public record Count<R>(Criterion<? super R> where) implements Measure<R> {}

    /** The exact sum of a number; its value is a {@code BigDecimal}, 0 when no record has the number. */
    public record Sum<R>(Attribute<? super R, ? extends Number> of, Criterion<? super R> where) implements Measure<R> {}

    /** The latest of the times; its value is an {@code Optional<Instant>}, empty when no record has the time. */
    public record Latest<R>(InstantProperty<? super R> of, Criterion<? super R> where) implements Measure<R> {}

    /**
     * The exact sums of an amount by currency; its value is a {@code Map<String, BigDecimal>} from currency to sum, with
     * an entry for each currency that occurs.
     */
    public record SumMoney<R>(MoneyProperty<? super R> of, Criterion<? super R> where) implements Measure<R> {}
}
