package org.clientele.store.memory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.store.Aggregation.Count;
import org.clientele.store.Aggregation.Latest;
import org.clientele.store.Aggregation.Measure;
import org.clientele.store.Aggregation.Sum;
import org.clientele.store.Aggregation.SumMoney;
import org.clientele.store.Group;
import org.jspecify.annotations.Nullable;

/** What the measures have come to in one group. There are as many as groups, so each is kept small. */
final class Cells {

    private final @Nullable Object key;
    private final int[] counts;
    private final @Nullable Object[] sums;

    /**
     * A group without records yet.
     *
     * @param key the value itself where one property groups, a list of values otherwise
     */
    Cells(@Nullable Object key, int measures) {
        this.key = key;
        this.counts = new int[measures];
        this.sums = new Object[measures];
    }

    /** Adds a record to those measures that stand at these places. */
    <R> void add(R record, int[] places, List<Measure<R>> measures) {
        for (int place : places) {
            counts[place]++;
            Measure<R> measure = measures.get(place);
            if (measure instanceof SumMoney<R> sum) {
                sums[place] = MoneySum.plus((MoneySum) sums[place], sum.of().get(record));
            } else if (measure instanceof Sum<R> sum) {
                sums[place] = plus((BigDecimal) sums[place], sum.of().get(record));
            } else if (measure instanceof Latest<R> latest) {
                sums[place] = later((Instant) sums[place], latest.of().get(record));
            }
        }
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, @Nullable Number number) {
        if (number == null) {
            return sum;
        }
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
        return sum == null ? exact : sum.add(exact);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    @SuppressWarnings("unchecked") // several properties make a list of their values the key
    Group group(int properties, List<? extends Measure<?>> measures) {
        List<@Nullable Object> keys = new ArrayList<>(properties);
        if (properties == 1) {
            keys.add(key);
        } else if (key != null) {
            keys.addAll((List<@Nullable Object>) key);
        }
        List<Object> values = new ArrayList<>(counts.length);
        for (int i = 0; i < counts.length; i++) {
            values.add(value(measures.get(i), i));
        }
        return new Group(keys, values);
    }

    private Object value(Measure<?> measure, int place) {
        Object sum = sums[place];
        if (measure instanceof Count<?>) {
            return (long) counts[place];
        } else if (measure instanceof Sum<?>) {
            return sum == null ? BigDecimal.ZERO : sum;
        } else if (measure instanceof Latest<?>) {
            return Optional.ofNullable(sum);
        }
        return sum == null ? Map.of() : ((MoneySum) sum).byCurrency();
    }
}
