package org.clientele.workflow;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.criteria.Criterion;
import org.clientele.property.Property;
import org.jspecify.annotations.Nullable;

/**
 * Which values a property may have in a step.
 *
 * @param values in the order in which they were named
 * @param isAllowed whether it may have these alone; otherwise it may have any but these
 */
record Limit<R, V>(Property<R, V> property, List<V> values, boolean isAllowed) {

    Limit {
        values = List.copyOf(values);
    }

    /** What speaks against the record's value, to stand after the property's name; it says what is possible. */
    Optional<String> objection(R record, String where) {
        V value = property.get(record);
        if (permits(value)) {
            return Optional.empty();
        }
        String is = value == null || property.lacks(value) ? "is nothing" : "is '" + property.toText(value) + "'";
        return Optional.of(is + ", but " + where + " it " + (isAllowed ? "is " : "is none of ")
                + values.stream().map(property::toText).collect(joining(isAllowed ? " or " : ", "))
                + "; go on by a transition or give another value");
    }

    boolean permits(@Nullable Object value) {
        return value == null ? !isAllowed : values.contains(value) == isAllowed;
    }

    /** The condition that a record has such a value. */
    Criterion<R> criterion() {
        Criterion<R> named = new Criterion.OneOf<>(property, Set.copyOf(values));
        return isAllowed ? named : named.negate();
    }
}
