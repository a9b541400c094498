package org.clientele.store.memory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.criteria.Lookup;
import org.clientele.property.Property;
import org.clientele.store.Aggregation;
import org.clientele.store.Aggregation.Measure;
import org.clientele.store.Group;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** Counts and sums record by record. */
final class Accumulation<R> {

    private final Aggregation<R> aggregation;
    private final Lookup lookup;
    private final List<Property<? super R, ?>> groupBy;
    private final List<Measure<R>> measures;
    private final Map<@Nullable Object, Cell[]> groups = new HashMap<>();

    Accumulation(Aggregation<R> aggregation, Lookup lookup) {
        this.aggregation = aggregation;
        this.lookup = lookup;
        this.groupBy = aggregation.groupBy();
        this.measures = aggregation.measures();
    }

    void add(R record) {
        Object key = key(record);
        Cell[] cells = groups.get(key);
        if (cells == null) {
            cells = aggregation.measures().stream().map(Accumulation::cell).toArray(Cell[]::new);
            groups.put(key, cells);
        }
        for (int i = 0; i < cells.length; i++) {
            Measure<R> measure = measures.get(i);
            if (measure.where().test(record, lookup)) {
                cells[i].add(measure, record);
            }
        }
    }

    /** The value itself where one property groups, a list of values otherwise. */
    private @Nullable Object key(R record) {
        if (groupBy.size() == 1) {
            return groupBy.get(0).get(record);
        }
        List<@Nullable Object> key = new ArrayList<>(groupBy.size());
        for (Property<? super R, ?> property : groupBy) {
            key.add(property.get(record));
        }
        return key;
    }

    @SuppressWarnings("unchecked")
    List<Group> groups() {
        List<Group> result = new ArrayList<>(groups.size());
        groups.forEach((key, cells) -> {
            List<@Nullable Object> keys = new ArrayList<>();
            if (groupBy.size() == 1) {
                keys.add(key);
            } else if (key != null) {
                keys.addAll((List<@Nullable Object>) key);
            }
            List<Object> values = new ArrayList<>(cells.length);
            for (Cell cell : cells) {
                values.add(cell.value());
            }
            result.add(new Group(keys, values));
        });
        return result;
    }

    private static Cell cell(Measure<?> measure) {
        return measure instanceof Aggregation.SumMoney<?>
                ? new MoneyCell()
                : measure instanceof Aggregation.Sum<?> ? new SumCell() : new CountCell();
    }

    /** What one measure has come to in one group. */
    private interface Cell {

        <R> void add(Measure<R> measure, R record);

        Object value();
    }

    private static final class CountCell implements Cell {

        private long count;

        @Override
        public <R> void add(Measure<R> measure, R record) {
            count++;
        }

        @Override
        public Object value() {
            return count;
        }
    }

    private static final class SumCell implements Cell {

        private BigDecimal sum = BigDecimal.ZERO;

        @Override
        public <R> void add(Measure<R> measure, R record) {
            Number number = ((Aggregation.Sum<R>) measure).of().get(record);
            if (number != null) {
                sum = sum.add(number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue()));
            }
        }

        @Override
        public Object value() {
            return sum;
        }
    }

    private static final class MoneyCell implements Cell {

        private final Map<String, BigDecimal> sums = new TreeMap<>();

        @Override
        public <R> void add(Measure<R> measure, R record) {
            Money money = ((Aggregation.SumMoney<R>) measure).of().get(record);
            if (money != null) {
                sums.merge(money.currency(), money.amount(), BigDecimal::add);
            }
        }

        @Override
        public Object value() {
            return sums;
        }
    }
}
