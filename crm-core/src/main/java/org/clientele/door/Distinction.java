package org.clientele.door;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.model.EntityType;
import org.clientele.property.Property;

/** Properties by whose values together the records of a type are told apart. */
final class Distinction {

    private Distinction() {}

    /** The condition that a record has the same values as this one; none when this one lacks a value. */
    static <R> Optional<Criterion<R>> same(List<Property<? super R, ?>> together, R record) {
        List<Criterion<? super R>> parts = new ArrayList<>();
        for (Property<? super R, ?> property : together) {
            if (!add(property, record, parts)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Criterion.All<>(parts));
    }

    /** The condition that a record has this record's value of one property, texts ignoring case; none when it has no value. */
    @SuppressWarnings("unchecked") // the property is one of the record's type or of one above
    static <R, V> Optional<Criterion<R>> taken(Property<? super R, V> inherited, R record) {
        Property<R, V> property = (Property<R, V>) inherited;
        return Optional.ofNullable(property.get(record)).map(value -> property.alike(Set.of(value)));
    }

    private static <R, S, V> boolean add(Property<S, V> property, R record, List<Criterion<? super R>> parts) {
        @SuppressWarnings("unchecked") // the property is one of the record's type or of one above
        Property<R, V> own = (Property<R, V>) property;
        V value = own.get(record);
        if (value != null) {
            parts.add(new Criterion.OneOf<>(own, Set.of(value)));
        }
        return value != null;
    }

    static <R> String sentence(EntityType<?> type, List<Property<? super R, ?>> together) {
        return "has the same " + together.stream().map(Property::name).collect(joining(" and ")) + " as another " + type
                + "; change one of them, or leave it out";
    }
}
