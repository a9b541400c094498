package org.clientele.jpa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.CalendarPart;
import org.clientele.criteria.Criterion.Match;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.property.CollectionProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** Writes what is asked of one value, wherever that stands; every value compared becomes a parameter. For one statement. */
final class Comparisons {

    private final Statement statement;

    Comparisons(Statement statement) {
        this.statement = statement;
    }

    String oneText(Term term, Set<String> texts) {
        return in(Term.folded(term.value()), texts.stream().filter(Reach::has).toList());
    }

    String oneOf(Term term, Attribute<?, ?> attribute, Collection<?> values) {
        if (term.second() == null) {
            return in(
                    term.value(),
                    values.stream()
                            .map(value -> raw(attribute, value))
                            .filter(Reach::has)
                            .toList());
        } else if (values.isEmpty()) {
            return Logic.NEVER;
        }
        Map<Object, List<Object>> bySecond = new LinkedHashMap<>();
        for (Object value : values) {
            boolean isMoney = value instanceof Money;
            Object first = isMoney ? ((Money) value).amount() : ((AnyRef) value).id();
            Object second = isMoney ? ((Money) value).currency() : ((AnyRef) value).type();
            if (Reach.has(second)) {
                bySecond.computeIfAbsent(second, key -> new ArrayList<>()).add(first);
            }
        }
        boolean isMoney = values.iterator().next() instanceof Money;
        String many = isMoney ? term.value() : term.second();
        String one = isMoney ? term.second() : term.value();
        return Logic.or(bySecond.entrySet().stream()
                .map(entry -> one + " = " + statement.bind(entry.getKey()) + " and " + in(many, entry.getValue()))
                .toList());
    }

    String in(String expression, List<?> values) {
        return values.isEmpty() ? Logic.NEVER : statement.in(expression, values);
    }

    String ordered(Term term, Criterion.Ordered<?, ?> ordered) {
        int beyond = Reach.beyond(ordered.value());
        if (beyond != 0) {
            return holdsOfAll(ordered.operator(), beyond) ? term.value() + " is not null" : Logic.NEVER;
        }
        String sign = switch (ordered.operator()) {
            case EQUAL -> " = ";
            case LESS -> " < ";
            case AT_MOST -> " <= ";
            case GREATER -> " > ";
            case AT_LEAST -> " >= ";
        };
        return term.value() + sign + statement.bind(raw(ordered.attribute(), ordered.value()));
    }

    private static boolean holdsOfAll(Operator operator, int beyond) {
        return switch (operator) {
            case EQUAL -> false;
            case LESS, AT_MOST -> beyond > 0;
            case GREATER, AT_LEAST -> beyond < 0;
        };
    }

    String onCalendar(Term term, Criterion.OnCalendar<?> part) {
        String name = part.part() == CalendarPart.MONTH ? "month" : "day";
        return in("extract(" + name + " from " + term.value() + ")", List.copyOf(part.numbers()));
    }

    String match(Term term, Criterion.TextMatch<?> match) {
        String folded = Term.folded(term.value());
        String text = match.text();
        if (!Reach.has(text)) {
            return Logic.NEVER;
        } else if (match.match() == Match.EQUAL) {
            return folded + " = " + statement.bind(text);
        }
        String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        String pattern = switch (match.match()) {
            case STARTS -> escaped + "%";
            case ENDS -> "%" + escaped;
            default -> "%" + escaped + "%";
        };
        return folded + " like " + statement.bind(pattern) + " escape '!'";
    }

    /** False, never unknown, for null and for an empty text. */
    static String present(Term term, Attribute<?, ?> attribute) {
        if (attribute instanceof CollectionProperty<?, ?, ?>) {
            return Logic.ALWAYS;
        }
        String given = term.value() + " is not null";
        return Term.isText(attribute) ? given + " and " + term.value() + " <> ''" : given;
    }

    String element(Term term, Attribute<?, ?> attribute, Collection<?> elements) {
        if (attribute instanceof ItemsProperty<?, ?> items) {
            return Logic.or(
                    elements.stream().map(item -> same(term, items, item)).toList());
        }
        return in(
                term.value(),
                elements.stream()
                        .map(element -> element instanceof Ref<?> ref ? ref.id() : element)
                        .filter(Reach::has)
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private String same(Term term, ItemsProperty<?, ?> items, Object item) {
        return Logic.and(items.items().properties().stream()
                .map(property -> same(term, property, ((Property<Object, ?>) property).get(item)))
                .toList());
    }

    private String same(Term term, Property<?, ?> property, @Nullable Object value) {
        Term part = Term.mapped(property, term.value());
        return value == null ? part.value() + " is null" : oneOf(part, property, List.of(value));
    }

    /** The value as the column holds it. */
    @SuppressWarnings("unchecked")
    static Object raw(Attribute<?, ?> attribute, Object value) {
        Object raw =
                attribute instanceof Property<?, ?> property ? ((Property<Object, Object>) property).raw(value) : value;
        return Term.isCustom(attribute) && raw instanceof Number number && !(raw instanceof BigDecimal)
                ? BigDecimal.valueOf(number.longValue())
                : raw;
    }
}
