package org.clientele.property;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.CalendarPart;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are days of the calendar, from year 1 to 9999.
 *
 * @param <R> the type that has the property
 */
public final class DateProperty<R> extends OrderedProperty<R, LocalDate> {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private DateProperty(Accessors<R, LocalDate> accessors) {
        super(accessors);
    }

    /** A date property with this name, which is the field's. */
    public static <R> DateProperty<R> of(
            String name, Function<R, @Nullable LocalDate> getter, BiConsumer<R, @Nullable LocalDate> setter) {
        return new DateProperty<>(Accessors.of(name, getter, setter));
    }

    /** A date property of an immutable item. */
    public static <R> DateProperty<R> of(String name, Function<R, @Nullable LocalDate> getter) {
        return new DateProperty<>(Accessors.readOnly(name, getter));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final DateProperty<R> with(Trait<? super LocalDate>... traits) {
        return new DateProperty<>(accessors().with(traits));
    }

    /** This property, living in a record's custom values. */
    public DateProperty<R> asCustom() {
        return new DateProperty<>(accessors().asCustom());
    }

    /** The period in which the date lies, as a report groups by it. */
    public PeriodOf<R, LocalDate> by(DateUnit unit) {
        return new PeriodOf<>(this, unit, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** The day is in this period. */
    public Criterion<R> in(DatePeriod period) {
        return between(period.start(), period.lastDay());
    }

    /** The day is not in this period, or there is none. */
    public Criterion<R> notIn(DatePeriod period) {
        return in(period).negate();
    }

    /**
     * The day is in one of these months of whatever year, as birthdays in March are. There is no such condition for points in
     * time: their month depends on a zone, of which databases know other rules than the heap, or none.
     */
    public Criterion<R> monthIn(Month... months) {
        Set<Integer> numbers = Stream.of(months).map(Month::getValue).collect(Collectors.toSet());
        return new Criterion.OnCalendar<>(this, CalendarPart.MONTH, numbers);
    }

    /** The day is one of these days of whatever month, from 1; see {@link #monthIn}. */
    public Criterion<R> dayOfMonthIn(int... days) {
        return new Criterion.OnCalendar<>(
                this, CalendarPart.DAY_OF_MONTH, IntStream.of(days).boxed().collect(Collectors.toSet()));
    }

    @Override
    void addOwnObjections(LocalDate value, List<String> objections) {
        if (value.isBefore(FIRST) || value.isAfter(LAST)) {
            objections.add("is " + value + ", outside of the years 1 to 9999");
        }
    }

    @Override
    public String toText(LocalDate value) {
        return value.toString();
    }

    @Override
    public LocalDate fromText(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException bad) {
            throw new IllegalArgumentException("'" + text + "' is no date; write it as 2026-01-31", bad);
        }
    }
}
