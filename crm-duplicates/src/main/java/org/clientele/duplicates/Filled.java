package org.clientele.duplicates;

import org.clientele.property.Property;
import org.clientele.property.Traits;

/** What makes a record complete: values that somebody entered. */
final class Filled {

    private Filled() {}

    static <R, V> boolean isFilled(Property<? super R, V> property, R record) {
        return !property.has(Traits.Calculated.class) && !property.lacks(property.get(record));
    }
}
