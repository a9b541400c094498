package org.clientele.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;
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
        return value == null || property.lacks(value) ? null : property.alike(Set.of(value));
    }
}
