package org.clientele.criteria;

import java.util.List;
import org.clientele.criteria.Criterion.All;
import org.clientele.criteria.Criterion.Any;
import org.clientele.criteria.Criterion.Blank;
import org.clientele.criteria.Criterion.Not;
import org.clientele.criteria.Criterion.Related;

/**
 * Makes of a condition on what a reference leads to the same condition on the record that has the reference: as if each
 * value of the one were a value of the other, and none where the reference leads nowhere. So the opposite of a condition
 * stays its opposite, and takes in the records whose reference leads nowhere.
 */
public final class Lifting {

    private Lifting() {}

    /**
     * The condition of the record that points.
     *
     * @param relation a reference to one record
     */
    public static <R, T> Criterion<R> over(Relation<R, ?, T> relation, Criterion<? super T> where) {
        return lifted(relation, where);
    }

    private static <R, T, C> Criterion<R> lifted(Relation<R, ?, T> relation, Criterion<C> where) {
        if (where instanceof All<C> all) {
            return new All<>(each(relation, all.parts()));
        } else if (where instanceof Any<C> any) {
            return new Any<>(each(relation, any.parts()));
        } else if (where instanceof Not<C> not) {
            return lifted(relation, not.part()).negate();
        }
        return where instanceof Blank<C> blank
                ? related(relation, blank.negate()).negate()
                : related(relation, where);
    }

    private static <R, T> List<Criterion<? super R>> each(
            Relation<R, ?, T> relation, List<? extends Criterion<?>> parts) {
        return parts.stream()
                .<Criterion<? super R>>map(part -> lifted(relation, part))
                .toList();
    }

    @SuppressWarnings("unchecked") // parts of a condition on what is pointed to are about that as well
    private static <R, T> Criterion<R> related(Relation<R, ?, T> relation, Criterion<?> where) {
        return new Related<>(relation, (Criterion<? super T>) where);
    }
}
