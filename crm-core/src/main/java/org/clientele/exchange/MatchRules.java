package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;

/** By which properties the record of a row is found: rules in their order, each of properties that must all agree. */
final class MatchRules<R> {

    private final List<List<Property<? super R, ?>>> rules = new ArrayList<>();
    private final List<Property<? super R, ?>> properties = new ArrayList<>();

    /** The rules, in their order. */
    List<List<Property<? super R, ?>>> all() {
        return rules;
    }

    void addFirst(List<Property<? super R, ?>> rule) {
        if (!rules.isEmpty()) {
            throw new IllegalArgumentException("records are matched on " + properties
                    + " already; give all properties of a rule at once, and a further rule by orOn");
        }
        add(rule);
    }

    void addFurther(List<Property<? super R, ?>> rule) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a further rule needs a first one; give that by matchOn");
        }
        add(rule);
    }

    private void add(List<Property<? super R, ?>> rule) {
        for (Property<? super R, ?> property : rule) {
            if (property instanceof CollectionProperty<?, ?, ?>) {
                throw new IllegalArgumentException("no record can be matched on " + property
                        + ", of which it has many; match on a property with one value");
            }
        }
        rules.add(rule);
        properties.addAll(rule);
    }
}
