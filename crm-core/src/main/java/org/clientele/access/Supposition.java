package org.clientele.access;

import java.util.List;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.All;
import org.clientele.criteria.Criterion.Any;
import org.clientele.criteria.Criterion.Blank;
import org.clientele.criteria.Criterion.Not;
import org.clientele.criteria.Criterion.OneOf;
import org.clientele.criteria.Criterion.Related;
import org.clientele.criteria.Lookup;
import org.clientele.model.CrmRecord;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Ref;

/**
 * Turns a condition on records round: to which owners would a record meet it, if all else of the record stayed as it is? So
 * the owners that may be chosen come from the very rule that judges the choice.
 *
 * @param <R> the type of the record
 * @param <O> the type of its owners
 */
record Supposition<R extends CrmRecord, O extends CrmRecord>(
        ReferenceProperty<? super R, O> owner, R record, Lookup lookup) {

    @SuppressWarnings("unchecked") // a condition on the owner property is about owners
    Criterion<O> of(Criterion<? super R> where) {
        if (where instanceof All<?> all) {
            return new All<>(all((List<Criterion<? super R>>) (List<?>) all.parts()));
        } else if (where instanceof Any<?> any) {
            return new Any<>(all((List<Criterion<? super R>>) (List<?>) any.parts()));
        } else if (where instanceof Not<?> not) {
            return of((Criterion<? super R>) not.part()).negate();
        } else if (where instanceof OneOf<?, ?> one && one.attribute() == owner) {
            return new All<>(List.of(CrmRecord.isAnyOf(
                    one.values().stream().<Ref<?>>map(value -> (Ref<?>) value).toList())));
        } else if (where instanceof Related<?, ?> related && related.relation() == owner) {
            return new All<>(List.of((Criterion<? super O>) related.where()));
        } else if (where instanceof Blank<?> blank && blank.attribute() == owner) {
            return Criterion.never();
        }
        return ((Criterion<R>) where).test(record, lookup) ? Criterion.always() : Criterion.never();
    }

    private List<Criterion<? super O>> all(List<Criterion<? super R>> parts) {
        return parts.stream().<Criterion<? super O>>map(this::of).toList();
    }
}
