package org.clientele.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * Describes the items that a record owns, such as e-mail addresses: immutable values with properties, made anew rather
 * than changed. Immutable and thread-safe.
 *
 * @param <I> the items' class
 */
public final class ItemType<I> {

    private final String name;
    private final List<Property<I, ?>> properties;
    private final Function<Values<I>, I> maker;

    private ItemType(String name, List<Property<I, ?>> properties, Function<Values<I>, I> maker) {
        this.name = name;
        this.properties = properties;
        this.maker = maker;
    }

    /**
     * An item type with these properties.
     *
     * @param maker makes an item of the values of its properties
     */
    @SafeVarargs
    public static <I> ItemType<I> define(String name, Function<Values<I>, I> maker, Property<I, ?>... properties) {
        return new ItemType<>(name, List.of(properties), maker);
    }

    /** The values that an item is made of. */
    public static final class Values<I> {

        private final Map<Property<I, ?>, Object> values = new HashMap<>();

        /** The value of a property; null when none was put. */
        @SuppressWarnings("unchecked")
        public <V> @Nullable V get(Property<I, V> property) {
            return (V) values.get(property);
        }

        /** Puts a value, or nothing when it is null. */
        public <V> Values<I> put(Property<I, V> property, @Nullable V value) {
            if (value != null) {
                values.put(property, value);
            }
            return this;
        }
    }

    /** What a person calls such an item. */
    public String name() {
        return name;
    }

    /** The properties, in their order. */
    public List<Property<I, ?>> properties() {
        return properties;
    }

    /** The item with these values. */
    public I make(Values<I> values) {
        return maker.apply(values);
    }

    /** The item as a text that {@link #fromText} reads back exactly. */
    public String toText(I item) {
        List<@Nullable String> parts = new ArrayList<>();
        properties.forEach(property -> parts.add(text(property, item)));
        return TextForm.join(parts);
    }

    private static <I, V> @Nullable String text(Property<I, V> property, I item) {
        V value = property.get(item);
        return value == null ? null : property.toText(value);
    }

    /** The item that {@link #toText} wrote. */
    public I fromText(String text) {
        List<@Nullable String> parts = TextForm.split(text);
        Values<I> values = new Values<>();
        for (int i = 0; i < Math.min(parts.size(), properties.size()); i++) {
            read(properties.get(i), parts.get(i), values);
        }
        return make(values);
    }

    private static <I, V> void read(Property<I, V> property, @Nullable String part, Values<I> values) {
        values.put(property, part == null ? null : property.fromText(part));
    }
}
