package org.clientele.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;
import org.jspecify.annotations.Nullable;

/** What a clause compares with: always the same, or something that depends on the time at which it is asked. */
sealed interface Value {

    /** A value that is always the same; for a time it may be a day. */
    record Constant(Object value) implements Value {}

    /** Units by which times are shifted. */
    enum Unit {
        /** Sixty seconds. */
        MINUTE(ChronoUnit.MINUTES),
        /** Sixty minutes. */
        HOUR(ChronoUnit.HOURS),
        /** A day of the calendar. */
        DAY(ChronoUnit.DAYS),
        /** Seven days. */
        WEEK(ChronoUnit.WEEKS),
        /** A month of the calendar. */
        MONTH(ChronoUnit.MONTHS),
        /** Three months. */
        QUARTER(IsoFields.QUARTER_YEARS),
        /** A year of the calendar. */
        YEAR(ChronoUnit.YEARS);

        private final TemporalUnit unit;

        Unit(TemporalUnit unit) {
            this.unit = unit;
        }

        /** The unit that a word names, be there one of it or many. */
        static Optional<Unit> named(String word) {
            for (Unit unit : values()) {
                if (word.equals(unit.toString()) || word.equals(unit + "s")) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }

        boolean isWithinDays() {
            return this == MINUTE || this == HOUR;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** So many units later; earlier for a negative number. */
    record Shift(long count, Unit by) {
        @Override
        public String toString() {
            return (count < 0 ? " - " : " + ") + Math.abs(count) + " " + by + (Math.abs(count) == 1 ? "" : "s");
        }
    }

    /**
     * A point in time, or a day.
     *
     * @param startOf the unit at whose start it is; null for now itself
     */
    record Moment(@Nullable DateUnit startOf, List<Shift> shifts) implements Value {
        public Moment {
            shifts = List.copyOf(shifts);
        }

        /** The time at which the clause is asked, shifted. */
        Instant time(Instant now, ZoneId zone) {
            ZonedDateTime time = now.atZone(zone);
            for (Shift shift : shifts) {
                time = time.plus(shift.count, shift.by.unit);
            }
            return time.toInstant();
        }

        /** The day. */
        LocalDate day(Instant now, ZoneId zone) {
            if (startOf == null) {
                return LocalDate.ofInstant(time(now, zone), zone);
            }
            LocalDate day = startOf.startOf(LocalDate.ofInstant(now, zone));
            for (Shift shift : shifts) {
                day = day.plus(shift.count, shift.by.unit);
            }
            return day;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(
                    startOf == null ? "now" : startOf == DateUnit.DAY ? "today" : "start of " + word(startOf));
            shifts.forEach(text::append);
            return text.toString();
        }
    }

    /**
     * A period of the calendar.
     *
     * @param fixed one that is always the same; null for the one of the day on which it is asked, shifted
     */
    record Span(DateUnit unit, @Nullable DatePeriod fixed, long shift) implements Value {

        /** The period as seen on a day. */
        DatePeriod seenOn(LocalDate today) {
            return fixed == null ? DatePeriod.containing(unit, today).plus(shift) : fixed;
        }

        @Override
        public String toString() {
            if (fixed != null) {
                return fixed.toString();
            } else if (Math.abs(shift) == 1) {
                return (shift < 0 ? "last " : "next ") + word(unit);
            }
            return "this " + word(unit) + (shift == 0 ? "" : new Shift(shift, Unit.valueOf(unit.name())));
        }
    }

    private static String word(DateUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
