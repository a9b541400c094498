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

    private final List<Property<? super R, ?>> groupBy;
    private final List<Measure<R>> measures;
    private final Verdicts<R> verdicts;
    private final Map<@Nullable Object, Cells> groups = new HashMap<>();

    Accumulation(Aggregation<R> aggregation, Lookup lookup) {
        this.groupBy = aggregation.groupBy();
        this.measures = aggregation.measures();
        this.verdicts = Verdicts.of(measures, lookup);
    }

    void add(R record) {
        cells(record).add(record, verdicts.on(record), measures);
    }

    private Cells cells(R record) {
        Object value = groupBy.size() == 1 ? groupBy.get(0).get(record) : values(record);
        Object key = groupBy.size() == 1 ? raw(groupBy.get(0), value) : value;
        Cells cells = groups.get(key);
        if (cells == null) {
            cells = new Cells(value, measures.size());
            groups.put(key, cells);
        }
        return cells;
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
        List<Group> result = new ArrayList<>(groups.size());
        groups.values().forEach(cells -> result.add(cells.group(groupBy.size(), measures)));
        return result;
    }
}
