package org.clientele.door;

import java.util.List;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.All;
import org.clientele.criteria.Criterion.Referred;
import org.clientele.criteria.Criterion.Related;
import org.clientele.criteria.Query;
import org.clientele.criteria.Rewriting;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.store.Aggregation;

/**
 * Keeps an actor from finding out by conditions what the actor may not see: records that are hidden count as not there
 * when a condition looks at related or at referring records.
 */
final class Veil extends Rewriting {

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
        return aggregation.rewritten(this);
    }

    @Override
    protected <R> Criterion<R> rewritten(Criterion<R> part) {
        if (part instanceof Related<R, ?> related) {
            return narrowed(related);
        }
        return part instanceof Referred<R, ?> referred ? narrowed(referred) : part;
    }

    private <R, T> Criterion<R> narrowed(Related<R, T> related) {
        return new Related<>(
                related.relation(), seen(related.where(), related.relation().target()));
    }

    private <R, H> Criterion<R> narrowed(Referred<R, H> referred) {
        return new Referred<>(referred.holder(), referred.by(), seen(referred.where(), referred.holder()));
    }

    @SuppressWarnings("unchecked") // the type of a class is that of its records
    private <T> Criterion<T> seen(Criterion<? super T> where, Class<T> recordClass) {
        Criterion<T> view = (Criterion<T>) guard.view((EntityType<CrmRecord>) schema.type(recordClass));
        return new All<T>(List.of(where, view));
    }
}
