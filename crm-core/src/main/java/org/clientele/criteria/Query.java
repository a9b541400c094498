package org.clientele.criteria;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a store about one type: a condition, an order, and which stretch of the result. After the last step of
 * the order, records are ordered by identity, so that pages never overlap.
 *
 * @param <R> the type whose records are asked for
 * @param after the place in the order after which the result begins; null for its beginning
 * @param offset records to leave out at the beginning, from 0
 * @param limit records to give at most, from 0; {@link #UNLIMITED} for all
 */
public record Query<R>(
        Criterion<? super R> where,
        List<Sort<R>> order,
        @Nullable Place after,
        long offset,
        int limit) {

    /** The limit that is none. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public Query {
        order = List.copyOf(order);
        if (after != null && after.values().size() != order.size()) {
            throw new IllegalArgumentException(
                    "the place has values of " + after.values().size() + " steps, and the order has " + order.size()
                            + "; take one of this very order");
        }
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException(
                    "offset " + offset + " and limit " + limit + " of a query must not be negative");
        }
    }

    /** All records, by identity. */
    public static <R> Query<R> all() {
        return new Query<>(Criterion.always(), List.of(), null, 0, UNLIMITED);
    }

    /** The records that meet a condition, by identity. */
    public static <R> Query<R> of(Criterion<? super R> where) {
        return new Query<>(where, List.of(), null, 0, UNLIMITED);
    }

    /** This query with one more condition. */
    public Query<R> and(Criterion<? super R> condition) {
        return over(new Criterion.All<R>(List.of(where, condition)));
    }

    /** This query with another condition in place of its own. */
    public Query<R> over(Criterion<? super R> condition) {
        return new Query<>(condition, order, after, offset, limit);
    }

    /** This query with further steps of order after those it has. */
    public Query<R> orderedBy(List<Sort<R>> steps) {
        List<Sort<R>> all = new ArrayList<>(order);
        all.addAll(steps);
        return new Query<>(where, all, after, offset, limit);
    }

    /** This query, for one stretch of its result. */
    public Query<R> stretch(long newOffset, int newLimit) {
        return new Query<>(where, order, after, newOffset, newLimit);
    }

    /** This query from a place in its order on: a record that lies there is not part of the result, what comes after it is. */
    public Query<R> after(Place place) {
        return new Query<>(where, order, place, offset, limit);
    }
}
