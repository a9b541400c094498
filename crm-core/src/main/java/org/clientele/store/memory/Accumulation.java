package org.clientele.store.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.criteria.Lookup;
import org.clientele.property.Property;
import org.clientele.store.Aggregation;
import org.clientele.store.Aggregation.Measure;
import org.clientele.store.Group;
import org.jspecify.annotations.Nullable;

/** Counts and sums record by record. */
final class Accumulation<R> {

    private static final int BLOCK = 256;

    private final List<Property<? super R, ?>> groupBy;
    private final List<Measure<R>> measures;
    private final Verdicts<R> verdicts;
    private final Map<@Nullable Object, Cells> groups = new HashMap<>();
    private final List<R> block = new ArrayList<>(BLOCK);
    private final @Nullable Object[] values = new Object[BLOCK];
    private final Cells[] cells = new Cells[BLOCK];

    Accumulation(Aggregation<R> aggregation, Lookup lookup) {
        this.groupBy = aggregation.groupBy();
        this.measures = aggregation.measures();
        this.verdicts = Verdicts.of(measures, lookup);
    }

    void add(R record) {
        block.add(record);
        if (block.size() == BLOCK) {
            countBlock();
        }
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

    /** The value itself where one property groups, a list of values otherwise. */
    private @Nullable Object value(R record) {
        return groupBy.size() == 1 ? groupBy.get(0).get(record) : values(record);
    }

    private Cells cells(@Nullable Object value) {
        Object key = groupBy.size() == 1 ? raw(groupBy.get(0), value) : value;
        Cells known = groups.get(key);
        if (known == null) {
            known = new Cells(value, measures.size());
            groups.put(key, known);
        }
        return known;
    }

    /** Raw values are told apart as the values themselves are, and faster. */
    @SuppressWarnings("unchecked") // the value was read off this very property
    private static <V> @Nullable Object raw(Property<?, V> property, @Nullable Object value) {
        return value == null ? null : property.raw((V) value);
    }

    private List<@Nullable Object> values(R record) {
        List<@Nullable Object> values = new ArrayList<>(groupBy.size());
        groupBy.forEach(property -> values.add(property.get(record)));
        return values;
    }

    List<Group> groups() {
        countBlock();
        List<Group> result = new ArrayList<>(groups.size());
        groups.values().forEach(cells -> result.add(cells.group(groupBy.size(), measures)));
        return result;
    }
}
