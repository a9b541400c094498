package org.clientele.exchange.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads the usual form of ISO 8601 much faster than a formatter; gives null for any other, which may be good all the same. */
final class IsoText {

    private static final int DATE = 10;
    private static final int SECOND = 19;
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private IsoText() {}

    /** The day of {@code 2026-01-31}. */
    static @Nullable LocalDate date(String text) {
        return text.length() == DATE ? dateAtBeginning(text) : null;
    }

    private static @Nullable LocalDate dateAtBeginning(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        boolean good = year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return good ? LocalDate.of(year, month, day) : null;
    }

    /** The time of {@code 2026-01-31T09:30:00Z}, with or without parts of the second. */
    static @Nullable Instant instant(String text) {
        int end = text.length() - 1;
        if (end < SECOND || text.charAt(end) != 'Z' || text.charAt(DATE) != 'T') {
            return null;
        }
        LocalDate date = dateAtBeginning(text);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nano = nano(text, end);
        boolean good = date != null
                && isWithin(hour, 23)
                && isWithin(minute, 59)
                && isWithin(second, 59)
                && nano >= 0
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        return good && date != null
                ? Instant.ofEpochSecond(
                        date.toEpochDay() * SECONDS_OF_A_DAY + hour * 3_600L + minute * 60L + second, nano)
                : null;
    }

    private static boolean isWithin(int number, int most) {
        return number >= 0 && number <= most;
    }

    private static int nano(String text, int end) {
        if (end == SECOND) {
            return 0;
        }
        int digits = end - SECOND - 1;
        if (text.charAt(SECOND) != '.' || digits < 1 || digits > NANO_DIGITS) {
            return -1;
        }
        int nano = number(text, SECOND + 1, end);
        for (int i = digits; nano > 0 && i < NANO_DIGITS; i++) {
            nano *= 10;
        }
        return nano;
    }

    /** The number that the digits from here to there are; -1 when they are not digits alone. */
    private static int number(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
