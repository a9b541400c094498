package org.clientele;

import java.util.List;
import java.util.Optional;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Page;
import org.clientele.criteria.Query;
import org.clientele.criteria.Slice;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.jspecify.annotations.Nullable;

/**
 * Records of one type that a session may see, by conditions and in an order. Immutable; nothing is read before a method
 * asks for records.
 *
 * @param <R> the type selected
 */
public final class Selection<R extends CrmRecord> {

    private final Work work;
    private final EntityType<R> type;
    private final Query<R> query;

    Selection(Work work, EntityType<R> type, Query<R> query) {
        this.work = work;
        this.type = type;
        this.query = query;
    }

    /** This selection with one more condition. */
    public Selection<R> where(Criterion<? super R> condition) {
        return new Selection<>(work, type, query.and(condition));
    }

    /** This selection in this order; without any, by identity, which is the order of creation. */
    @SafeVarargs
    @SuppressWarnings("unchecked") // a step that orders a type orders every type below it
    public final Selection<R> orderBy(Sort<? super R>... steps) {
        List<Sort<R>> order =
                List.of(steps).stream().map(step -> (Sort<R>) step).toList();
        return new Selection<>(work, type, query.orderedBy(order));
    }

    /** The type selected. */
    public EntityType<R> type() {
        return type;
    }

    /** What is asked for, without the access condition. */
    public Query<R> query() {
        return query;
    }

    /** All records. */
    public List<R> list() {
        return work.read(records -> records.select(type, query).toList());
    }

    /** The first record. */
    public Optional<R> first() {
        return work.read(records -> records.select(type, query.stretch(0, 1)).findFirst());
    }

    /** How many records there are. */
    public long count() {
        return work.read(records -> records.count(type, query.where()));
    }

    /** One page and the total; {@code number} and {@code size} count from 1. A page beyond the end is empty. */
    public Page<R> page(int number, int size) {
        if (number < 1 || size < 1) {
            throw new IllegalArgumentException("page " + number + " of size " + size + ": both are counted from 1");
        }
        return work.read(records -> new Page<>(
                records.select(type, query.stretch((long) (number - 1) * size, size))
                        .toList(),
                number,
                size,
                records.count(type, query.where())));
    }

    /**
     * The next records. Unlike pages, slices neither overlap nor leave anything out when records come and go meanwhile; in a
     * database with an index for the order, one far down costs no more than the first.
     *
     * @param size how many at most, from 1
     * @param after what the slice before gave as its {@link Slice#next() next}; null for the first
     * @throws IllegalArgumentException for a text that no slice of this order gave, and when it is ordered by what is no
     *     property
     */
    public Slice<R> slice(int size, @Nullable String after) {
        if (size < 1) {
            throw new IllegalArgumentException("a slice of " + size + " records: ask for 1 at least");
        }
        Query<R> rest = after == null ? query : query.after(PlaceText.read(query.order(), after));
        int oneMore = Math.min(size, Query.UNLIMITED - 1) + 1;
        List<R> found = work.read(
                records -> records.select(type, rest.stretch(0, oneMore)).toList());
        if (found.size() <= size) {
            return new Slice<>(found, Optional.empty());
        }
        List<R> some = found.subList(0, size);
        return new Slice<>(some, Optional.of(PlaceText.of(query.order(), some.get(size - 1))));
    }
}
