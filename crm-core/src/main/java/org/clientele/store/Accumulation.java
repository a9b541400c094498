package org.clientele.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * Counts and sums record by record, wherever these come from, and puts parts together: what a host runs over its own
 * partitions, in parallel or on several machines. It begins with nothing; how records are spread over parts, and in which
 * order the parts are put together, makes no difference. For one thread.
 *
 * <pre>{@code
 * Accumulation<Opportunity> all = Accumulation.of(aggregation, Lookup.NOTHING);
 * partitions.forEach(partition -> all.add(count(partition).groups()));
 * }</pre>
 *
 * @param <R> the type whose records are counted
 */
public final class Accumulation<R> {

    private static final int BLOCK = 256;
    /** So that hashes that differ in any bit differ in the upper ones. */
    private static final int SPREAD = 0x9E3779B9;

    private final Aggregation<R> aggregation;
    private final List<Attribute<? super R, ?>> groupBy;
    private final List<Measure<R>> measures;
    private final Lookup lookup;
    private final Verdicts<R> verdicts;
    private final boolean onlyCounts;
    private final Map<@Nullable Object, Cells> groups = new HashMap<>();
    private final List<R> block = new ArrayList<>(BLOCK);
    private final @Nullable Object[] values = new Object[BLOCK];
    private final Cells[] cells = new Cells[BLOCK];
    private final int share;
    private final int shares;

    private Accumulation(Aggregation<R> aggregation, Lookup lookup, int share, int shares) {
        this.share = share;
        this.shares = shares;
        this.aggregation = aggregation;
        this.groupBy = aggregation.groupBy();
        this.measures = aggregation.measures();
        this.lookup = lookup;
        this.verdicts = Verdicts.of(measures, lookup);
        this.onlyCounts = measures.stream().allMatch(measure -> measure instanceof Measure.Count<R>);
    }

    /**
     * Of no record yet.
     *
     * @param lookup finds the records that conditions ask about besides
     */
    public static <R> Accumulation<R> of(Aggregation<R> aggregation, Lookup lookup) {
        return new Accumulation<>(aggregation, lookup, 0, 1);
    }

    /**
     * Of a share of the groups alone: each of several adds all records, on a core of its own, and no group is in two of them, so that
     * their groups together are those of all. It pays where there are many groups; where records lie in parts, or groups are few,
     * count each part by itself.
     *
     * <pre>{@code
     * List<Group> groups = IntStream.range(0, cores).parallel().boxed().flatMap(core -> {
     *     Accumulation<Opportunity> own = Accumulation.share(core, cores, aggregation, Lookup.NOTHING);
     *     deals.forEach(own::add);
     *     return own.groups().stream();
     * }).toList();
     * }</pre>
     *
     * @param share which one, from 0
     * @param shares how many there are, from 1
     */
    public static <R> Accumulation<R> share(int share, int shares, Aggregation<R> aggregation, Lookup lookup) {
        if (share < 0 || share >= shares) {
            throw new IllegalArgumentException(
                    "share " + share + " of " + shares + " is none; they are counted from 0");
        }
        return new Accumulation<>(aggregation, lookup, share, shares);
    }

    /** Adds a record, if it takes part. */
    public void add(R record) {
        if (aggregation.where().test(record, lookup)) {
            Object value = value(record);
            if (shares > 1 && shareOf(value) != share) {
                return;
            }
            values[block.size()] = value;
            block.add(record);
            if (block.size() == BLOCK) {
                countBlock();
            }
        }
    }

    /**
     * Takes over what another accumulation of the same aggregation has come to, as when each core has counted a part. The other
     * is not to be used any more.
     */
    public void addAll(Accumulation<R> part) {
        part.countBlock();
        part.groups.forEach((key, cells) -> {
            Cells known = groups.putIfAbsent(key, cells);
            if (known != null) {
                known.add(cells, measures);
            }
        });
        part.groups.clear();
    }

    /** Adds what another accumulation of the same aggregation has come to. */
    public void add(List<Group> others) {
        others.forEach(this::add);
    }

    /** Adds a group, or a part of one, of the same aggregation. */
    public void add(Group part) {
        Object value = groupBy.size() == 1 ? part.key().get(0) : part.key();
        cells(value).add(part.values(), measures);
    }

    /** Step by step for a whole block: the processor can then look several groups up at once. */
    private void countBlock() {
        int size = block.size();
        for (int i = 0; i < size; i++) {
            cells[i] = cells(values[i]);
        }
        for (int i = 0; i < size; i++) {
            R record = block.get(i);
            cells[i].add(record, verdicts.on(record), measures);
        }
        block.clear();
    }

    /** The value itself where one attribute groups, a list of values otherwise. */
    private @Nullable Object value(R record) {
        return groupBy.size() == 1 ? groupBy.get(0).get(record) : values(record);
    }

    private int shareOf(@Nullable Object value) {
        Object key = key(value);
        int hash = key == null ? 0 : key.hashCode() * SPREAD;
        return (hash >>> Short.SIZE) % shares;
    }

    private @Nullable Object key(@Nullable Object value) {
        return groupBy.size() == 1 ? raw(groupBy.get(0), value) : value;
    }

    private Cells cells(@Nullable Object value) {
        Object key = key(value);
        Cells known = groups.get(key);
        if (known == null) {
            known = new Cells(value, measures.size(), onlyCounts);
            groups.put(key, known);
        }
        return known;
    }

    /** Raw values are told apart as the values themselves are, and faster. */
    @SuppressWarnings("unchecked") // the value was read off this very attribute
    private static <V> @Nullable Object raw(Attribute<?, V> attribute, @Nullable Object value) {
        return value == null ? null : Cells.raw(attribute, (V) value);
    }

    private List<@Nullable Object> values(R record) {
        List<@Nullable Object> values = new ArrayList<>(groupBy.size());
        groupBy.forEach(attribute -> values.add(attribute.get(record)));
        return values;
    }

    /** What it has come to, in no order; a group exists when at least one record is in it. */
    public List<Group> groups() {
        countBlock();
        List<Group> result = new ArrayList<>(groups.size());
        groups.values().forEach(cells -> result.add(cells.group(groupBy.size(), measures)));
        return result;
    }
}
