package org.clientele.merge;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clientele.property.CollectionProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/** Values of properties as a plan holds, compares and prints them. */
final class Values {

    private Values() {}

    /** The value as one that nobody can change any more. */
    @SuppressWarnings("unchecked")
    static <V> @Nullable V frozen(Property<?, V> property, @Nullable V value) {
        return value instanceof Collection<?> elements && property instanceof CollectionProperty<?, ?, ?>
                ? (V) collection(property).collect((Collection<Object>) elements)
                : value;
    }

    static <R, V> @Nullable V of(Property<R, V> property, R record) {
        return frozen(property, property.get(record));
    }

    /** The property as one of any elements; for properties that are collections. */
    @SuppressWarnings("unchecked")
    static <R> CollectionProperty<R, Object, Collection<Object>> collection(Property<R, ?> property) {
        return (CollectionProperty<R, Object, Collection<Object>>) (Property<?, ?>) property;
    }

    /** The parts of a value that is lost when another takes its place: all that the other has not. */
    static <V> List<String> lost(Property<?, V> property, @Nullable V value, @Nullable V kept) {
        if (value == null || property.lacks(value) || Objects.equals(value, kept)) {
            return List.of();
        }
        if (!(value instanceof Collection<?> elements)) {
            return List.of(property.toText(value));
        }
        CollectionProperty<?, Object, ?> collection = collection(property);
        if (mayBeAlike(property)) {
            return left(elements, kept).stream().map(collection::elementToText).toList();
        }
        Set<Object> left = new HashSet<>();
        if (kept instanceof Collection<?> others) {
            others.forEach(element -> left.add(collection.sameness(element)));
        }
        return elements.stream()
                .filter(element -> !left.contains(collection.sameness(element)))
                .map(element -> collection.elementToText(element))
                .toList();
    }

    /** Whether two elements that are alike are two all the same. */
    static boolean mayBeAlike(Property<?, ?> property) {
        return property instanceof ItemsProperty<?, ?> items && items.items().isRepeatable();
    }

    /** What is left of elements when each of the others takes one that is alike. */
    static List<Object> left(@Nullable Object elements, @Nullable Object others) {
        List<Object> left = elements instanceof Collection<?> some ? new ArrayList<>(some) : new ArrayList<>();
        if (others instanceof Collection<?> taking) {
            taking.forEach(left::remove);
        }
        return left;
    }

    /** The value for a person to read. */
    @SuppressWarnings("unchecked")
    static <V> String text(Property<?, V> property, @Nullable Object value) {
        if (value == null || property.lacks((V) value)) {
            return "nothing";
        }
        return value instanceof Collection<?> elements
                ? elements.stream().map(String::valueOf).collect(joining(", "))
                : property.toText((V) value);
    }
}
