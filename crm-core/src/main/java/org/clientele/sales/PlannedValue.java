package org.clientele.sales;

import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * What a conversion makes of one property of a record. Immutable.
 *
 * @param before the value now; null for none, as in a record that is created
 * @param after the value afterwards; null for none, and {@link NewRecord} where it points to what is created
 * @param text the change for a person to read
 */
public record PlannedValue(
        Property<?, ?> property,
        @Nullable Object before,
        @Nullable Object after,
        String text) {

    @Override
    public String toString() {
        return property + ": " + text;
    }
}
