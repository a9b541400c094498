package org.clientele.store;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.property.Property;
import org.clientele.store.Measure.ByCurrency;
import org.clientele.store.Measure.Count;
import org.clientele.store.Measure.CountMoney;
import org.clientele.store.Measure.Distinct;
import org.clientele.store.Measure.Extreme;
import org.clientele.store.Measure.Sum;
import org.clientele.store.Measure.Weighted;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** What the measures have come to in one group. There are as many as groups, so each is kept small. */
final class Cells {

    private static final Object[] NONE = {};

    private final @Nullable Object key;
    private final long[] counts;
    private final @Nullable Object[] sums;

    /**
     * A group without records yet.
     *
     * @param key the value itself where one attribute groups, a list of values otherwise
     * @param onlyCounts whether all measures count records
     */
    Cells(@Nullable Object key, int measures, boolean onlyCounts) {
        this.key = key;
        this.counts = new long[measures];
        this.sums = onlyCounts ? NONE : new Object[measures];
    }

    /** Adds a record to those measures that stand at these places. */
    <R> void add(R record, int[] places, List<Measure<R>> measures) {
        for (int place : places) {
            Measure<R> measure = measures.get(place);
            if (measure instanceof Count<R>) {
                counts[place]++;
            } else if (measure instanceof ByCurrency<R> money) {
                addMoney(record, place, money);
            } else {
                addValue(record, place, measure);
            }
        }
    }

    private <R> void addMoney(R record, int place, ByCurrency<R> measure) {
        Money money = measure.of().get(record);
        if (money == null) {
            return;
        }
        BigDecimal value = money.amount();
        if (measure instanceof CountMoney<R>) {
            value = BigDecimal.ONE;
        } else if (measure instanceof Weighted<R> weighted) {
            BigDecimal weight = weighted.by().get(record);
            if (weight == null) {
                return;
            }
            value = value.multiply(weight);
        }
        sums[place] = ByCurrencies.plus((ByCurrencies) sums[place], money.currency(), value, measure);
    }

    private <R> void addValue(R record, int place, Measure<R> measure) {
        if (measure instanceof Sum<R> sum) {
            sums[place] = plus((BigDecimal) sums[place], sum.of().get(record));
        } else if (measure instanceof Extreme<R> extreme) {
            sums[place] = further(sums[place], extreme.of().get(record), extreme.greatest());
        } else if (measure instanceof Distinct<R> distinct) {
            addDistinct(record, place, distinct.of());
        }
    }

    private <R, S, V> void addDistinct(R record, int place, Attribute<S, V> attribute) {
        @SuppressWarnings("unchecked") // the attribute is one of the record's type or of one above
        V value = ((Attribute<R, V>) attribute).get(record);
        if (value != null) {
            set(place).add(raw(attribute, value));
        }
    }

    @SuppressWarnings("unchecked")
    private Set<Object> set(int place) {
        Set<Object> set = (Set<Object>) sums[place];
        if (set == null) {
            set = new HashSet<>();
            sums[place] = set;
        }
        return set;
    }

    /** What tells a value apart, as columns hold it. */
    static <V> Object raw(Attribute<?, V> attribute, V value) {
        return attribute instanceof Property<?, V> property ? property.raw(value) : value;
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, @Nullable Number number) {
        if (number == null) {
            return sum;
        }
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
        return sum == null ? exact : sum.add(exact);
    }

    @SuppressWarnings("unchecked") // both are values of one property
    private static @Nullable Object further(@Nullable Object one, @Nullable Object other, boolean greatest) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return ((Comparable<Object>) other).compareTo(one) > 0 == greatest ? other : one;
    }

    /** Adds what a part of the group has come to. */
    void add(List<Object> values, List<? extends Measure<?>> measures) {
        for (int i = 0; i < counts.length; i++) {
            add(values.get(i), measures.get(i), i);
        }
    }

    private void add(Object value, Measure<?> measure, int place) {
        if (measure instanceof Count<?>) {
            counts[place] += (Long) value;
        } else if (measure instanceof Sum<?>) {
            sums[place] = plus((BigDecimal) sums[place], (BigDecimal) value);
        } else if (measure instanceof Extreme<?> extreme) {
            sums[place] = further(sums[place], ((Optional<?>) value).orElse(null), extreme.greatest());
        } else if (measure instanceof Distinct<?>) {
            set(place).addAll((Set<?>) value);
        } else if (measure instanceof ByCurrency<?> money) {
            ((Map<?, ?>) value)
                    .forEach((currency, amount) -> sums[place] = ByCurrencies.plus(
                            (ByCurrencies) sums[place], (String) currency, (BigDecimal) amount, money));
        }
    }

    /** Adds what a part of the group has come to, which is not used any more. */
    void add(Cells part, List<? extends Measure<?>> measures) {
        for (int i = 0; i < counts.length; i++) {
            if (measures.get(i) instanceof Count<?>) {
                counts[i] += part.counts[i];
            } else {
                add(part.value(measures.get(i), i), measures.get(i), i);
            }
        }
    }

    @SuppressWarnings("unchecked") // several attributes make a list of their values the key
    Group group(int attributes, List<? extends Measure<?>> measures) {
        List<@Nullable Object> keys = attributes == 1
                ? Collections.singletonList(key)
                : key == null ? List.of() : (List<@Nullable Object>) key;
        Object[] values = new Object[counts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(measures.get(i), i);
        }
        return new Group(keys, List.of(values));
    }

    private Object value(Measure<?> measure, int place) {
        if (measure instanceof Count<?>) {
            return counts[place];
        }
        Object sum = sums[place];
        if (measure instanceof Sum<?>) {
            return sum == null ? BigDecimal.ZERO : sum;
        } else if (measure instanceof Extreme<?>) {
            return Optional.ofNullable(sum);
        } else if (measure instanceof Distinct<?>) {
            return sum == null ? Set.of() : Set.copyOf((Set<?>) sum);
        }
        return ByCurrencies.map((ByCurrencies) sum);
    }
}
