package org.clientele.exchange.cell;

import java.time.LocalDate;
import java.util.Objects;
import org.clientele.exchange.row.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from a whole column whether its dates with slashes have the month or the day first. Other forms - ISO 8601, and
 * the day first with points - tell by themselves.
 */
final class DateStudy implements Study<Codec.Reader<LocalDate>> {

    private @Nullable Seen onlyMonthFirst;
    private @Nullable Seen onlyDayFirst;
    private @Nullable Seen either;

    /** A cell that was looked at. */
    private record Seen(String cell, long line) {

        @Override
        public String toString() {
            return "'" + cell + "' (line " + line + ")";
        }
    }

    @Override
    public void look(Row row, String cell) {
        LocalDate monthFirst = read(cell, '/', true);
        LocalDate dayFirst = read(cell, '/', false);
        if (Objects.equals(monthFirst, dayFirst)) {
            return;
        }
        Seen seen = new Seen(cell, row.line());
        if (dayFirst == null) {
            onlyMonthFirst = onlyMonthFirst == null ? seen : onlyMonthFirst;
        } else if (monthFirst == null) {
            onlyDayFirst = onlyDayFirst == null ? seen : onlyDayFirst;
        } else {
            either = either == null ? seen : either;
        }
    }

    @Override
    public Codec.Reader<LocalDate> settle() {
        if (onlyMonthFirst != null && onlyDayFirst != null) {
            throw new IllegalArgumentException("has dates with the month first, as " + onlyMonthFirst
                    + ", and with the day first, as " + onlyDayFirst + "; write them all in one form");
        } else if (either != null && onlyMonthFirst == null && onlyDayFirst == null) {
            throw new IllegalArgumentException("has dates of which none tells whether the month or the day is first: "
                    + either + " is " + read(either.cell, '/', true) + " or " + read(either.cell, '/', false)
                    + "; say which, by date(\"M/d/yyyy\") or date(\"d/M/yyyy\")");
        }
        boolean monthFirst = onlyMonthFirst != null;
        return (cell, lookups) -> {
            LocalDate date = plain(cell);
            date = date == null ? read(cell, '/', monthFirst) : date;
            return date == null ? refused(cell) : date;
        };
    }

    /** A date that stands by itself. */
    static LocalDate alone(String cell) {
        LocalDate date = plain(cell);
        if (date != null) {
            return date;
        }
        LocalDate monthFirst = read(cell, '/', true);
        LocalDate dayFirst = read(cell, '/', false);
        if (monthFirst != null && dayFirst != null && !monthFirst.equals(dayFirst)) {
            throw new IllegalArgumentException("'" + cell + "' is " + monthFirst + " or " + dayFirst
                    + "; say which, by date(\"M/d/yyyy\") or date(\"d/M/yyyy\")");
        }
        date = monthFirst == null ? dayFirst : monthFirst;
        return date == null ? refused(cell) : date;
    }

    private static LocalDate refused(String cell) {
        throw new IllegalArgumentException("'" + cell
                + "' is no date; write it as 2026-01-31, 1/31/2026, 31.1.2026 or 31/1/2026, the same in all rows");
    }

    private static @Nullable LocalDate plain(String cell) {
        LocalDate iso = IsoText.date(cell);
        return iso == null ? read(cell, '.', false) : iso;
    }

    /** The day of three numbers, the last of which is a year of four digits; null when it is none. */
    private static @Nullable LocalDate read(String cell, char separator, boolean monthFirst) {
        int first = cell.indexOf(separator);
        int second = cell.indexOf(separator, first + 1);
        if (first < 1 || second < 0 || cell.length() != second + 5) {
            return null;
        }
        String a = cell.substring(0, first);
        String b = cell.substring(first + 1, second);
        String iso = cell.substring(second + 1) + "-" + padded(monthFirst ? a : b) + "-" + padded(monthFirst ? b : a);
        return IsoText.date(iso);
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
