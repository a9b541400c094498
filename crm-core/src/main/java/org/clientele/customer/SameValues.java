package org.clientele.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** All of some properties are equal and none is blank; of a customer, or of an item that it owns. */
record SameValues<C>(List<Property<? super C, ?>> properties) implements MatchRule<C> {

    SameValues {
        if (properties.isEmpty()) {
            throw new IllegalArgumentException(
                    "a rule that compares nothing takes all for the same; name at least one property");
        }
        for (Property<? super C, ?> property : properties) {
            if (property instanceof CollectionProperty<?, ?, ?>) {
                throw new IllegalArgumentException(property + " holds several values and is not compared as one; use"
                        + " MatchRules.email, phone or address, or a rule of your own");
            }
        }
        properties = List.copyOf(properties);
    }

    @Override
    public Optional<Criterion<C>> condition(C record) {
        List<Criterion<? super C>> parts = new ArrayList<>();
        for (Property<? super C, ?> property : properties) {
            Criterion<? super C> part = same(property, record);
            if (part == null) {
                return Optional.empty();
            }
            parts.add(part);
        }
        return Optional.of(new Criterion.All<>(parts));
    }

    private static <R, V> @Nullable Criterion<R> same(Property<R, V> property, R record) {
        V value = property.get(record);
        if (value == null || property.lacks(value)) {
            return null;
        }
        return value instanceof String text && (Property<?, ?>) property instanceof TextProperty<?>
                ? new Criterion.TextMatch<>(asText(property), Criterion.Match.EQUAL, text)
                : new Criterion.OneOf<>(property, Set.of(value));
    }

    @SuppressWarnings("unchecked") // asked for a property of texts only
    private static <R> Property<R, String> asText(Property<R, ?> property) {
        return (Property<R, String>) property;
    }
}
