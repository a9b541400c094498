package org.clientele.report;

import java.util.List;
import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.property.CollectionProperty;

/** What can be wrong with the definition of a tally. */
final class Faults {

    private Faults() {}

    /** The definition; IllegalArgumentException when something is wrong with it. */
    static <R extends CrmRecord> Definition<R> checked(Definition<R> definition) {
        String name = "'" + definition.title() + "'";
        List<String> titles = definition.columns().stream().map(Column::title).toList();
        if (titles.isEmpty()) {
            throw new IllegalArgumentException(name + " has no column; count or sum something");
        } else if (titles.stream().distinct().count() < titles.size()) {
            throw new IllegalArgumentException(
                    name + " has two columns of one title among " + titles + "; call each otherwise");
        } else if (definition.limit() < 1) {
            throw new IllegalArgumentException(name + " shows " + definition.limit() + " rows; show 1 at least");
        }
        definition.groupBy().forEach(key -> requireOneValue(name, key.attribute()));
        definition.columns().stream()
                .flatMap(column -> column.measure().reads().stream())
                .forEach(attribute -> requireOneValue(name, attribute));
        definition.having().forEach(one -> requireOneNumber(definition, one.column(), "filtered"));
        definition.order().forEach(step -> requireOneNumber(definition, step.column(), "ordered"));
        return definition;
    }

    private static void requireOneValue(String name, Attribute<?, ?> attribute) {
        if (attribute instanceof CollectionProperty<?, ?, ?>) {
            throw new IllegalArgumentException(
                    attribute + " holds many values; " + name + " groups by and counts what holds one");
        }
    }

    private static void requireOneNumber(Definition<?> definition, String column, String use) {
        if (definition.columns().get(definition.place(column)).isMoney() && definition.into() == null) {
            throw new IllegalArgumentException("'" + definition.title() + "' is " + use + " by '" + column
                    + "', which has amounts in any currency; have them converted to one");
        }
    }
}
