package org.clientele.criteria;

import java.util.List;
import org.clientele.criteria.Criterion.All;
import org.clientele.criteria.Criterion.Any;
import org.clientele.criteria.Criterion.AnyItem;
import org.clientele.criteria.Criterion.Not;
import org.clientele.criteria.Criterion.Referred;
import org.clientele.criteria.Criterion.Related;

/** Makes one condition out of another, from the inside out: also of conditions on items and on other records. */
public abstract class Rewriting {

    /** What is to stand for a condition of which all parts have been rewritten; itself when it is to stay. */
    protected abstract <R> Criterion<R> rewritten(Criterion<R> part);

    /** The condition, rewritten with all its parts. */
    public final <R> Criterion<R> over(Criterion<R> where) {
        return rewritten(within(where));
    }

    private <R> Criterion<R> within(Criterion<R> where) {
        if (where instanceof All<R> all) {
            return new All<>(each(all.parts()));
        } else if (where instanceof Any<R> any) {
            return new Any<>(each(any.parts()));
        } else if (where instanceof Not<R> not) {
            return new Not<>(over(not.part()));
        } else if (where instanceof AnyItem<R, ?> any) {
            return within(any);
        } else if (where instanceof Related<R, ?> related) {
            return within(related);
        }
        return where instanceof Referred<R, ?> referred ? within(referred) : where;
    }

    private <R> List<Criterion<? super R>> each(List<Criterion<? super R>> parts) {
        return parts.stream().<Criterion<? super R>>map(this::over).toList();
    }

    private <R, I> Criterion<R> within(AnyItem<R, I> any) {
        return new AnyItem<>(any.attribute(), over(any.where()));
    }

    private <R, T> Criterion<R> within(Related<R, T> related) {
        return new Related<>(related.relation(), over(related.where()));
    }

    private <R, H> Criterion<R> within(Referred<R, H> referred) {
        return new Referred<>(referred.holder(), referred.by(), over(referred.where()));
    }
}
