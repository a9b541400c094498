package org.clientele.undo;

import java.util.Collection;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** The values of records in the exact text form in which history keeps them; an empty collection is no value. */
final class Texts {

    private Texts() {}

    static <R, V> @Nullable String get(Property<R, V> property, R record) {
        V value = property.get(record);
        return value == null || (value instanceof Collection<?> many && many.isEmpty()) ? null : property.toText(value);
    }

    static <R, V> void set(Property<R, V> property, R record, @Nullable String text) {
        property.set(record, text == null ? null : property.fromText(text));
    }

    static @Nullable String plain(Property<?, ?> property, @Nullable String text) {
        return property instanceof CollectionProperty<?, ?, ?> && text != null && text.isEmpty() ? null : text;
    }
}
