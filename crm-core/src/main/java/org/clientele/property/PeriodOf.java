package org.clientele.property;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;
import org.jspecify.annotations.Nullable;

/**
 * The day, week, month, quarter or year in which a date or a time lies: what reports group by. Made by
 * {@link DateProperty#by} and {@link InstantProperty#by}. Immutable and thread-safe.
 *
 * @param <R> the type that has the property
 * @param <V> the type of its values
 */
public final class PeriodOf<R, V extends Comparable<? super V>> implements Attribute<R, DatePeriod> {

    private final OrderedProperty<R, V> whole;
    private final DateUnit unit;
    private final Function<V, LocalDate> day;
    private final Function<LocalDate, V> start;

    /**
     * The period of a property's value.
     *
     * @param day the day on which a value lies
     * @param start the first value of a day
     */
    PeriodOf(OrderedProperty<R, V> whole, DateUnit unit, Function<V, LocalDate> day, Function<LocalDate, V> start) {
        this.whole = whole;
        this.unit = unit;
        this.day = day;
        this.start = start;
    }

    @Override
    public String name() {
        return whole.name() + "." + unit.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public OrderedProperty<R, V> whole() {
        return whole;
    }

    /** How long the periods are. */
    public DateUnit unit() {
        return unit;
    }

    @Override
    public @Nullable DatePeriod get(R record) {
        V value = whole.get(record);
        return value == null ? null : of(value);
    }

    /** The period in which a value lies. */
    public DatePeriod of(V value) {
        return DatePeriod.containing(unit, day.apply(value));
    }

    /** The value lies in this period. */
    public Criterion<R> is(DatePeriod period) {
        return whole.atLeast(start.apply(period.start())).and(whole.lessThan(start.apply(period.end())));
    }

    @Override
    public String toString() {
        return name();
    }
}
