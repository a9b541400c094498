package org.clientele.property;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clientele.criteria.Criterion;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are points in time from year 1 to 9999, kept to the microsecond.
 *
 * @param <R> the type that has the property
 */
public final class InstantProperty<R> extends OrderedProperty<R, Instant> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private InstantProperty(Accessors<R, Instant> accessors) {
        super(accessors);
    }

    /** A time property with this name, which is the field's. */
    public static <R> InstantProperty<R> of(
            String name, Function<R, @Nullable Instant> getter, BiConsumer<R, @Nullable Instant> setter) {
        return new InstantProperty<>(Accessors.of(name, getter, setter));
    }

    /** This property with further traits. */
    @SafeVarargs
    public final InstantProperty<R> with(Trait<? super Instant>... traits) {
        return new InstantProperty<>(accessors().with(traits));
    }

    /** This property, living in a record's custom values. */
    public InstantProperty<R> asCustom() {
        return new InstantProperty<>(accessors().asCustom());
    }

    /**
     * The day of a time, UTC. For what is worked out before a record is checked: a time outside of the years 1 to 9999, which
     * its property refuses, counts as the first or the last that is in them.
     */
    public static LocalDate day(Instant time) {
        Instant kept = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        return LocalDate.ofInstant(kept, ZoneOffset.UTC);
    }

    /** The period in which the time lies on the clocks of a zone, as a report groups by it. */
    public PeriodOf<R, Instant> by(DateUnit unit, ZoneId zone) {
        return new PeriodOf<>(
                this,
                unit,
                time -> LocalDate.ofInstant(time, zone),
                day -> day.atStartOfDay(zone).toInstant());
    }

    /** The time is on this day, as it is counted in a zone. */
    public Criterion<R> on(LocalDate day, ZoneId zone) {
        return between(day, day, zone);
    }

    /** The time is not on this day, as it is counted in a zone, or there is none. */
    public Criterion<R> notOn(LocalDate day, ZoneId zone) {
        return on(day, zone).negate();
    }

    /** The time is in this period, as its days are counted in a zone. */
    public Criterion<R> in(DatePeriod period, ZoneId zone) {
        return between(period.start(), period.lastDay(), zone);
    }

    /** The time is not in this period, as its days are counted in a zone, or there is none. */
    public Criterion<R> notIn(DatePeriod period, ZoneId zone) {
        return in(period, zone).negate();
    }

    /** The time is between the beginning of one day and the end of another, as they are counted in a zone. */
    public Criterion<R> between(LocalDate first, LocalDate last, ZoneId zone) {
        return atLeast(beginning(first, zone)).and(lessThan(beginning(last.plusDays(1), zone)));
    }

    /** The time is before or after these days, as they are counted in a zone, or there is none. */
    public Criterion<R> notBetween(LocalDate first, LocalDate last, ZoneId zone) {
        return between(first, last, zone).negate();
    }

    /** Not always midnight: where a clock is put forward at midnight, a day begins later. */
    private static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    @Override
    protected Instant storable(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    void addOwnObjections(Instant value, List<String> objections) {
        if (value.isBefore(FIRST) || value.isAfter(LAST)) {
            objections.add("is " + value + ", outside of the years 1 to 9999");
        }
    }

    @Override
    public String toText(Instant value) {
        return value.toString();
    }

    @Override
    public Instant fromText(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException bad) {
            throw new IllegalArgumentException("'" + text + "' is no time; write it as 2026-01-31T09:30:00Z", bad);
        }
    }
}
