package org.clientele.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One day, week, month, quarter or year of the calendar. Immutable and thread-safe; ordered by the first day.
 *
 * <pre>{@code
 * DatePeriod lastQuarter = DatePeriod.containing(DateUnit.QUARTER, today).previous();
 * }</pre>
 *
 * @param start the first day
 */
public record DatePeriod(DateUnit unit, LocalDate start) implements Comparable<DatePeriod> {

    private static final Comparator<DatePeriod> ORDER =
            Comparator.comparing(DatePeriod::start).thenComparing(DatePeriod::unit);
    private static final Pattern TEXT =
            Pattern.compile("([+-]?\\d{4,9})(?:-(?:W(\\d\\d)|Q([1-4])|(\\d\\d)(?:-(\\d\\d))?))?");

    /** IllegalArgumentException when no such unit begins on that day. */
    public DatePeriod {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(start, "start");
        if (!unit.startOf(start).equals(start)) {
            throw new IllegalArgumentException("no " + unit.name().toLowerCase(Locale.ROOT) + " begins on " + start
                    + "; name any day of it to DatePeriod.containing");
        }
    }

    /** The one that a day is in. */
    public static DatePeriod containing(DateUnit unit, LocalDate day) {
        return new DatePeriod(unit, unit.startOf(day));
    }

    /** Reads what {@link #toString()} wrote; IllegalArgumentException for anything else. */
    public static DatePeriod parse(String text) {
        Matcher read = TEXT.matcher(text);
        try {
            if (read.matches()) {
                DatePeriod period = of(Integer.parseInt(read.group(1)), read);
                if (period.toString().equals(text)) {
                    return period;
                }
            }
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(refusal(text), noSuchDay);
        }
        throw new IllegalArgumentException(refusal(text));
    }

    private static String refusal(String text) {
        return "'" + text + "' is no period; write it as 2026-03-14, 2026-W11, 2026-03, 2026-Q1 or 2026";
    }

    private static DatePeriod of(int year, Matcher read) {
        if (read.group(2) != null) {
            // 4 January is in the first week of each year
            LocalDate first = LocalDate.of(year, 1, 4);
            return containing(DateUnit.WEEK, first.plusWeeks(Integer.parseInt(read.group(2)) - 1L));
        } else if (read.group(3) != null) {
            LocalDate first = LocalDate.of(year, 1, 1);
            return new DatePeriod(DateUnit.QUARTER, DateUnit.QUARTER.plus(first, Integer.parseInt(read.group(3)) - 1L));
        } else if (read.group(4) == null) {
            return new DatePeriod(DateUnit.YEAR, LocalDate.of(year, 1, 1));
        }
        int month = Integer.parseInt(read.group(4));
        return read.group(5) == null
                ? new DatePeriod(DateUnit.MONTH, LocalDate.of(year, month, 1))
                : new DatePeriod(DateUnit.DAY, LocalDate.of(year, month, Integer.parseInt(read.group(5))));
    }

    /** The first day after it. */
    public LocalDate end() {
        return unit.plus(start, 1);
    }

    /** The last day of it. */
    public LocalDate lastDay() {
        return end().minusDays(1);
    }

    /** Whether a day is in it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end());
    }

    /** The one that follows. */
    public DatePeriod next() {
        return plus(1);
    }

    /** The one before. */
    public DatePeriod previous() {
        return plus(-1);
    }

    /** The one that comes so many after this one; before it for a negative number. */
    public DatePeriod plus(long units) {
        return new DatePeriod(unit, unit.plus(start, units));
    }

    @Override
    public int compareTo(DatePeriod other) {
        return ORDER.compare(this, other);
    }

    /** As ISO 8601 writes it, and quarters likewise: 2026-03-14, 2026-W11, 2026-03, 2026-Q1, 2026. */
    @Override
    public String toString() {
        return switch (unit) {
            case DAY -> start.toString();
            case WEEK ->
                year(start.get(IsoFields.WEEK_BASED_YEAR))
                        + String.format(Locale.ROOT, "-W%02d", start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> year(start.getYear()) + String.format(Locale.ROOT, "-%02d", start.getMonthValue());
            case QUARTER -> year(start.getYear()) + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> year(start.getYear());
        };
    }

    /** As a date has it: four digits, with a sign outside of the years 0 to 9999. */
    private static String year(int year) {
        String digits = String.format(Locale.ROOT, "%04d", Math.abs(year));
        return year < 0 ? "-" + digits : year > 9999 ? "+" + digits : digits;
    }
}
