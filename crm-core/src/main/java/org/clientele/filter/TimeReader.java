package org.clientele.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.filter.Value.Moment;
import org.clientele.filter.Value.Shift;
import org.clientele.filter.Value.Span;
import org.clientele.filter.Value.Unit;
import org.clientele.value.DatePeriod;
import org.clientele.value.DateUnit;

/** Reads times that are relative to the one at which a filter is asked, and periods. */
final class TimeReader {

    private static final int MOST_SHIFTS = 4;
    private static final int MOST_DIGITS = 5;

    private final Cursor cursor;

    TimeReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** now, today, start of month, each shifted; empty when none of them is there. */
    Optional<Moment> moment() {
        if (cursor.takes("now")) {
            return Optional.of(new Moment(null, shifts(true)));
        } else if (cursor.takes("today")) {
            return Optional.of(new Moment(DateUnit.DAY, shifts(false)));
        } else if (cursor.peek().is("start")) {
            cursor.take();
            cursor.expect("of", "a start");
            return Optional.of(new Moment(unit(), shifts(false)));
        }
        return Optional.empty();
    }

    private List<Shift> shifts(boolean isNow) {
        List<Shift> shifts = new ArrayList<>();
        while (cursor.peek().is("+") || cursor.peek().is("-")) {
            if (shifts.size() == MOST_SHIFTS) {
                throw cursor.refuse("a time is shifted " + MOST_SHIFTS + " times at most; add some of the numbers up");
            }
            long count = signed();
            Token word = cursor.peek();
            Unit unit = shiftUnit();
            if (unit.isWithinDays() && !isNow) {
                throw new FilterException(
                        word.at(), "a day can not be shifted by " + word + "; shift it by days, or shift now");
            }
            shifts.add(new Shift(count, unit));
        }
        return shifts;
    }

    private long signed() {
        boolean isNegative = cursor.take().is("-");
        Token number = cursor.peek();
        if (!number.is(Token.Kind.NUMBER)
                || number.text().length() > MOST_DIGITS
                || number.text().contains(".")) {
            throw cursor.refuse(number + " is no whole number of up to " + MOST_DIGITS
                    + " digits, which a time can be shifted by; write it as in today - 30 days");
        }
        cursor.take();
        long count = Long.parseLong(number.text());
        return isNegative ? -count : count;
    }

    private Unit shiftUnit() {
        Token word = cursor.peek();
        Optional<Unit> unit = word.is(Token.Kind.WORD) ? Unit.named(word.text()) : Optional.empty();
        return unit.map(known -> {
                    cursor.take();
                    return known;
                })
                .orElseThrow(() -> cursor.refuse(
                        word + " is no unit of time; write minutes, hours, days, weeks, months, quarters or years"));
    }

    private DateUnit unit() {
        for (DateUnit unit : DateUnit.values()) {
            if (cursor.takes(unit.name().toLowerCase(Locale.ROOT))) {
                return unit;
            }
        }
        throw cursor.refuse(cursor.peek() + " is no unit of the calendar; write day, week, month, quarter or year");
    }

    /** A period: one that is named, or this, the last or the next one, shifted. */
    Span span() {
        Token token = cursor.peek();
        if (token.is(Token.Kind.PERIOD) || token.is(Token.Kind.DAY) || token.is(Token.Kind.NUMBER)) {
            return fixed();
        } else if (cursor.takes("today")) {
            return new Span(DateUnit.DAY, null, shift(DateUnit.DAY));
        }
        for (int by = -1; by <= 1; by++) {
            if (cursor.takes(by < 0 ? "last" : by == 0 ? "this" : "next")) {
                DateUnit unit = unit();
                return new Span(unit, null, by + shift(unit));
            }
        }
        throw cursor.refuse(
                token + " is no period; write 2026-W11, 2026-03, 2026-Q1, 2026, or as this month, last week,"
                        + " next quarter, this year - 2 years");
    }

    private Span fixed() {
        Token token = cursor.take();
        try {
            DatePeriod period = DatePeriod.parse(token.text());
            return new Span(period.unit(), period, 0);
        } catch (IllegalArgumentException none) {
            throw new FilterException(token.at(), String.valueOf(none.getMessage()));
        }
    }

    private long shift(DateUnit unit) {
        if (!cursor.peek().is("+") && !cursor.peek().is("-")) {
            return 0;
        }
        long count = signed();
        Token word = cursor.peek();
        if (!shiftUnit().name().equals(unit.name())) {
            throw new FilterException(
                    word.at(),
                    "a " + unit.name().toLowerCase(Locale.ROOT) + " is followed by others of its kind, not by " + word
                            + "; shift it by its own unit");
        }
        return count;
    }
}
