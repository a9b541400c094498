package org.clientele.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The units into which the calendar is divided; each day is in exactly one of each. */
public enum DateUnit {
    /** One day. */
    DAY,
    /** Seven days from a Monday, by ISO 8601. */
    WEEK,
    /** A month of the calendar. */
    MONTH,
    /** Three months, from January, April, July or October. */
    QUARTER,
    /** A year of the calendar. */
    YEAR;

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The first day of the one that a day is in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The day that comes so many units after another; before it for a negative number. */
    public LocalDate plus(LocalDate day, long units) {
        return switch (this) {
            case DAY -> day.plusDays(units);
            case WEEK -> day.plusWeeks(units);
            case MONTH -> day.plusMonths(units);
            case QUARTER -> day.plusMonths(Math.multiplyExact(units, MONTHS_OF_A_QUARTER));
            case YEAR -> day.plusYears(units);
        };
    }
}
