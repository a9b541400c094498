package org.clientele.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Place;
import org.clientele.criteria.Sort;
import org.clientele.criteria.TextFold;
import org.clientele.model.CrmRecord;
import org.clientele.property.CollectionProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

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

    /**
     * An expression by which records are ordered.
     *
     * @param at what it is at the place after which the result begins; null where there is no value, or no place
     */
    record Key(
            String expression, boolean ascending, @Nullable Object at) {}

    /** The steps, then the identity, which every record has and no other shares: so an index on it will do. */
    List<Key> keys(List<? extends Sort<?>> steps, @Nullable Place place) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Sort<?> step = steps.get(i);
            Object at = place == null ? null : place.values().get(i);
            if (step.attribute() == CrmRecord.ID) {
                keys.add(new Key(identity(), step.ascending(), at));
                return keys;
            }
            List<String> expressions = comparable(step.attribute());
            List<Object> cells = at == null ? List.of() : cells(step.attribute(), at);
            for (int cell = 0; cell < expressions.size(); cell++) {
                keys.add(new Key(expressions.get(cell), step.ascending(), at == null ? null : cells.get(cell)));
            }
        }
        keys.add(new Key(identity(), true, place == null ? null : place.id()));
        return keys;
    }

    private String identity() {
        return alias + ".id";
    }

    /** The clause of a statement. */
    String by(List<Key> keys, Nulls nulls) {
        return keys.stream()
                .map(key -> key.expression().equals(identity())
                        ? identity() + (key.ascending() ? "" : " desc")
                        : nulls.last(key.expression(), key.ascending()))
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    /** The condition that a record comes after the place. */
    String after(List<Key> keys) {
        String after = Logic.NEVER;
        for (int i = keys.size() - 1; i >= 0; i--) {
            Key key = keys.get(i);
            if (key.at() == null) {
                after = Logic.and(key.expression() + " is null", after);
            } else {
                String beyond = beyond(key.expression(), key.ascending(), key.at());
                String without = key.expression().equals(identity()) ? Logic.NEVER : key.expression() + " is null";
                String same = after.equals(Logic.NEVER)
                        ? Logic.NEVER
                        : Logic.and(key.expression() + " = " + statement.bind(key.at()), after);
                after = Logic.or(List.of(beyond, same, without));
            }
        }
        return after;
    }

    /** Of two truth values one is the greater, but not every provider lets a database say so. */
    private String beyond(String expression, boolean ascending, Object at) {
        if (at instanceof Boolean truth) {
            return truth == ascending ? Logic.NEVER : expression + " = " + statement.bind(!truth);
        }
        return expression + (ascending ? " > " : " < ") + statement.bind(at);
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

    /** A value as the same expressions have it. */
    private static List<Object> cells(Attribute<?, ?> attribute, Object value) {
        if (value instanceof Money money) {
            return List.of(money.currency(), money.amount());
        } else if (value instanceof AnyRef ref) {
            return List.of(ref.type(), ref.id());
        }
        Object raw = Comparisons.raw(attribute, value);
        return List.of(raw instanceof String text && isText(attribute) ? TextFold.fold(text) : raw);
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
