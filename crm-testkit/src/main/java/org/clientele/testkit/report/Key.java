package org.clientele.testkit.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clientele.model.CrmRecord;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.Path;
import org.clientele.property.Property;
import org.clientele.report.Tally;
import org.clientele.value.DateUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something to group by.
 *
 * @param declare has a tally group by it
 * @param text what it is of a record, found out otherwise than the library does
 */
record Key<R extends CrmRecord>(Consumer<Tally.Columns<R>> declare, Function<R, String> text) {

    static final String NONE = "none";

    private static final int WEEK = 8;

    static <R extends CrmRecord> Key<R> of(Property<? super R, ?> property) {
        return new Key<>(columns -> columns.groupBy(property), record -> text(property.get(record)));
    }

    static <R extends CrmRecord> Key<R> of(DateProperty<? super R> date, DateUnit unit) {
        return new Key<>(columns -> columns.groupBy(date.by(unit)), record -> period(date.get(record), unit));
    }

    static <R extends CrmRecord> Key<R> of(InstantProperty<? super R> time, DateUnit unit, ZoneId zone) {
        return new Key<>(
                columns -> columns.groupBy(time.by(unit, zone)), record -> period(day(time.get(record), zone), unit));
    }

    /**
     * A value that is some references away.
     *
     * @param found what the way leads to, found record by record
     */
    static <R extends CrmRecord, T, P extends Property<? super T, ?>> Key<R> of(
            Path<? super R, T, P> path, Function<R, ? extends Optional<?>> found) {
        return new Key<>(
                columns -> columns.groupBy(path),
                record -> text(found.apply(record).orElse(null)));
    }

    static String text(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    private static @Nullable LocalDate day(@Nullable Instant time, ZoneId zone) {
        return time == null ? null : time.atZone(zone).toLocalDate();
    }

    private static String period(@Nullable LocalDate day, DateUnit unit) {
        if (day == null) {
            return NONE;
        }
        return switch (unit) {
            case DAY -> day.toString();
            case WEEK -> day.format(DateTimeFormatter.ISO_WEEK_DATE).substring(0, WEEK);
            case MONTH -> YearMonth.from(day).toString();
            case QUARTER -> day.getYear() + "-Q" + (day.get(ChronoField.MONTH_OF_YEAR) + 2) / 3;
            case YEAR -> String.valueOf(day.getYear());
        };
    }
}
