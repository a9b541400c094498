package org.clientele.jpa;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clientele.value.Characters;

/** What a record can have at all. A database is not asked about other values: not each of them knows what to make of one. */
final class Reach {

    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST = beginning(1);
    private static final Instant END = beginning(LAST_YEAR + 1);

    private Reach() {}

    private static Instant beginning(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Whether a record can have the value: a text that databases keep, a day or a time from year 1 to 9999. */
    static boolean has(Object value) {
        return (!(value instanceof String text) || Characters.areKept(text)) && beyond(value) == 0;
    }

    /** Where a value lies to all that records can have, by {@code compareTo}'s signs; 0 when it is one of them. */
    static int beyond(Object value) {
        if (value instanceof LocalDate day) {
            return day.getYear() < 1 ? -1 : day.getYear() > LAST_YEAR ? 1 : 0;
        } else if (value instanceof Instant time) {
            return time.isBefore(FIRST) ? -1 : time.isBefore(END) ? 0 : 1;
        }
        return 0;
    }
}
