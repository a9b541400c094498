package org.clientele.property;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property whose values are days of the calendar.
 *
 * @param <R> the type that has the property
 */
public final class DateProperty<R> extends OrderedProperty<R, LocalDate> {

    private DateProperty(Accessors<R, LocalDate> accessors) {
        super(accessors);
    }

    /** A date property with this name, which is the field's. */
    public static <R> DateProperty<R> of(
            String name, Function<R, @Nullable LocalDate> getter, BiConsumer<R, @Nullable LocalDate> setter) {
        return new DateProperty<>(Accessors.of(name, getter, setter));
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
