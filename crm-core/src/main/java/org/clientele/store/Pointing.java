package org.clientele.store;

import java.util.List;
import org.clientele.criteria.Criterion;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Property;

/**
 * The question how many records of a type point, by one property, to each of the records to which they point.
 *
 * @param type the type that points
 * @param by a reference or a reference to anything
 * @param where which of its records count
 */
public record Pointing<R extends CrmRecord>(EntityType<R> type, Property<? super R, ?> by, Criterion<? super R> where) {

    /** The same question in general terms. */
    public Aggregation<R> aggregation() {
        return new Aggregation<>(where, List.of(by), List.of(new Measure.Count<>(Criterion.always())));
    }
}
