package org.clientele.journal;

import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * One property in which two states of a record differ.
 *
 * @param before null when there was no value
 * @param after null when there is no value any more
 */
public record Difference<R, V>(
        Property<R, V> property,
        @Nullable V before,
        @Nullable V after) {

    /** The difference in the form in which history keeps it. */
    public Delta delta() {
        return new Delta(property.name(), text(before), text(after));
    }

    private @Nullable String text(@Nullable V value) {
        return value == null ? null : property.toText(value);
    }
}
