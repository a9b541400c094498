package org.clientele.jpa;

import java.util.ArrayList;
import java.util.List;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.property.CollectionProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;

/** Writes orders and groupings in the language of queries, and the joins to custom values that they need. */
final class Order {

    private final Mapping mapping;
    private final Statement statement;
    private final String alias;
    private final Class<?> owner;
    private final StringBuilder joins = new StringBuilder();

    /**
     * For one statement.
     *
     * @param source the records that are ordered or grouped
     */
    Order(Mapping mapping, Statement statement, Conditions.Source source) {
        this.mapping = mapping;
        this.statement = statement;
        this.alias = source.alias();
        this.owner = source.owner();
    }

    /** The steps, then the identity, which every record has and no other shares: so an index on it will do. */
    String by(List<? extends Sort<?>> steps, Nulls nulls) {
        List<String> parts = new ArrayList<>();
        for (Sort<?> step : steps) {
            if (step.attribute() == CrmRecord.ID) {
                parts.add(alias + ".id" + (step.ascending() ? "" : " desc"));
                return " order by " + String.join(", ", parts);
            }
            for (String expression : comparable(step.attribute())) {
                parts.add(nulls.last(expression, step.ascending()));
            }
        }
        parts.add(alias + ".id");
        return " order by " + String.join(", ", parts);
    }

    private List<String> comparable(Attribute<?, ?> attribute) {
        Term term = term(attribute);
        if (term.second() != null) {
            return attribute instanceof MoneyProperty<?>
                    ? List.of(term.second(), term.value())
                    : List.of(term.value(), term.second());
        }
        return List.of(isText(attribute) ? Term.folded(term.value()) : term.value());
    }

    private static boolean isText(Attribute<?, ?> attribute) {
        return Term.isText(attribute)
                || (attribute instanceof MoneyProperty.Part<?, ?> part
                        && part.part().equals("currency"));
    }

    /** The expressions of an attribute; a custom one gets a join. */
    Term term(Attribute<?, ?> attribute) {
        if (attribute instanceof CollectionProperty<?, ?, ?>) {
            throw new IllegalArgumentException(
                    attribute + " holds many values; records are ordered and grouped by properties that hold one");
        } else if (!Term.isCustom(attribute)) {
            return Term.mapped(attribute, holder(mapping.holder(owner, attribute)));
        }
        Property<?, ?> property = Term.property(attribute);
        String row = statement.alias();
        joins.append(" left join ")
                .append(CustomValue.ENTITY + " " + row + " on (" + row + ".id.recordId = " + alias + ".id and " + row)
                .append(".id.name = " + statement.bind(String.valueOf(property)) + " and " + row
                        + ".id.itemIndex = 0)");
        return Term.custom(attribute, row);
    }

    private String holder(Class<?> holder) {
        if (holder == owner) {
            return alias;
        }
        String below = statement.alias();
        joins.append(" left join " + mapping.entity(holder) + " " + below + " on " + below + ".id = " + alias + ".id");
        return below;
    }

    /** All joins that were needed. */
    String joins() {
        return joins.toString();
    }
}
