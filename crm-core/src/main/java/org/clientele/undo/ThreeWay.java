package org.clientele.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.clientele.journal.Delta;
import org.clientele.property.CollectionProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one value when a change of it is taken back: it was something before, the change left something, and it is
 * something now.
 *
 * @param value the value to be, as a text
 * @param isKept whether something of the change can not be taken back, because somebody changed the value since
 */
record ThreeWay(@Nullable String value, boolean isKept) {

    /** The value of a property that is now this one. */
    static ThreeWay of(Property<?, ?> property, @Nullable String now, Delta change, Survivors survivors) {
        String before = Texts.plain(property, change.before());
        String left = Texts.plain(property, change.after());
        if (Objects.equals(now, left) || Objects.equals(now, survivors.of(property, left))) {
            return new ThreeWay(before, false);
        } else if (Objects.equals(now, before)) {
            return new ThreeWay(now, false);
        }
        return property instanceof CollectionProperty<?, ?, ?> many
                ? byElement(many, now, before, left)
                : new ThreeWay(now, true);
    }

    private static <E, C extends Collection<E>> ThreeWay byElement(
            CollectionProperty<?, E, C> property,
            @Nullable String now,
            @Nullable String before,
            @Nullable String left) {
        List<E> result = elements(property, now);
        List<E> former = elements(property, before);
        List<E> latter = elements(property, left);
        boolean isKept = false;
        for (E added : minus(latter, former)) {
            isKept |= !result.remove(added) && hasSame(property, result, added) && !hasSame(property, former, added);
        }
        boolean isMarked = property instanceof ItemsProperty<?, ?>
                && result.stream().anyMatch(element -> !element.equals(property.sameness(element)));
        for (E removed : minus(former, latter)) {
            if (!isRepeatable(property) && hasSame(property, result, removed)) {
                isKept |= !result.contains(removed);
            } else {
                result.add(place(result, former, removed), isMarked ? plain(property, removed) : removed);
            }
        }
        C merged = property.collect(result);
        return new ThreeWay(merged.isEmpty() ? null : property.toText(merged), isKept);
    }

    private static <E, C extends Collection<E>> List<E> elements(
            CollectionProperty<?, E, C> property, @Nullable String text) {
        return text == null ? new ArrayList<>() : new ArrayList<>(property.fromText(text));
    }

    /** The elements of the one that the other has not, each as often as the one has more of it. */
    private static <E> List<E> minus(List<E> one, List<E> other) {
        List<E> rest = new ArrayList<>(one);
        other.forEach(rest::remove);
        return rest;
    }

    private static <E> boolean hasSame(CollectionProperty<?, E, ?> property, List<E> among, E element) {
        Object sameness = property.sameness(element);
        return among.stream().anyMatch(other -> property.sameness(other).equals(sameness));
    }

    private static boolean isRepeatable(CollectionProperty<?, ?, ?> property) {
        return property instanceof ItemsProperty<?, ?> items && items.items().isRepeatable();
    }

    /** Of two marked as the primary one, that of today stays so. */
    @SuppressWarnings("unchecked") // an item without its mark is an item
    private static <E> E plain(CollectionProperty<?, E, ?> property, E element) {
        return (E) property.sameness(element);
    }

    /** Behind the nearest of those that stood before it. */
    private static <E> int place(List<E> result, List<E> former, E element) {
        for (int i = former.indexOf(element) - 1; i >= 0; i--) {
            int at = result.indexOf(former.get(i));
            if (at >= 0) {
                return at + 1;
            }
        }
        return 0;
    }
}
