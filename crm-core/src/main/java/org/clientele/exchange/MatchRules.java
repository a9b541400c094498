package org.clientele.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.property.CollectionProperty;
import org.clientele.property.Property;

/** By which properties the record of a row is found: rules in their order, each of properties that must all agree. */
final class MatchRules<R> {

    private final List<List<Property<? super R, ?>>> rules = new ArrayList<>();
    private final List<Property<? super R, ?>> properties = new ArrayList<>();

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The properties of all rules. */
    List<Property<? super R, ?>> properties() {
        return properties;
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

    /**
     * What comes of each rule and its name.
     *
     * @param nameOf what a person calls a property
     */
    <T> List<T> each(Function<Property<? super R, ?>, String> nameOf, RuleMaker<R, T> maker) {
        List<T> made = new ArrayList<>();
        for (List<Property<? super R, ?>> rule : rules) {
            made.add(maker.make(rule, rule.stream().map(nameOf).collect(Collectors.joining(" and "))));
        }
        return made;
    }

    /** Makes something of a rule. */
    @FunctionalInterface
    interface RuleMaker<R, T> {
        T make(List<Property<? super R, ?>> properties, String name);
    }
}
