package org.clientele.sync;

import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** Values of records as texts; no value, a blank one and an empty collection are the same nothing. */
final class Texts {

    private Texts() {}

    static <R, V> @Nullable String of(Property<? super R, V> property, R record) {
        V value = property.get(record);
        return value == null || property.lacks(value) ? null : property.toText(value);
    }

    /** Gives a record the value; IllegalArgumentException for a text that is none. */
    static <R, V> void set(Property<? super R, V> property, R record, @Nullable String text) {
        if (text == null && property instanceof CollectionProperty<?, ?, ?>) {
            property.set(record, property.fromText(""));
        } else {
            property.set(record, text == null ? null : property.fromText(text));
        }
    }
}
