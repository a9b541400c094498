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

    private Accumulation(Aggregation<R> aggregation, Lookup lookup) {
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
        return new Accumulation<>(aggregation, lookup);
    }

    /** Adds a record, if it takes part. */
    public void add(R record) {
        if (aggregation.where().test(record, lookup)) {
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
            values[i] = value(block.get(i));
        }
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

    private Cells cells(@Nullable Object value) {
        Object key = groupBy.size() == 1 ? raw(groupBy.get(0), value) : value;
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
