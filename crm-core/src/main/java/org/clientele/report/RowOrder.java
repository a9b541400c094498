package org.clientele.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.TextFold;
import org.clientele.model.Schema;
import org.clientele.property.ChoiceProperty;
import org.clientele.report.Table.Row;
import org.clientele.value.Choice;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The order of the rows of a table: by columns as asked for, then by what makes a row - choices as their dictionary has them,
 * references by the names of what they point to, all else by its own order, none last.
 */
final class RowOrder {

    private final Definition<?> definition;
    private final List<List<String>> choices = new ArrayList<>();

    RowOrder(Definition<?> definition, Schema schema) {
        this.definition = definition;
        definition.groupBy().forEach(key -> choices.add(choices(key.attribute(), schema)));
    }

    private static List<String> choices(Attribute<?, ?> attribute, Schema schema) {
        return attribute instanceof ChoiceProperty<?, ?> choice
                ? schema.dictionary(choice).values().stream().map(Choice::id).toList()
                : List.of();
    }

    Comparator<Row> comparator() {
        Comparator<Row> order = this::compareKeys;
        for (int i = definition.order().size() - 1; i >= 0; i--) {
            Definition.Step step = definition.order().get(i);
            int place = definition.place(step.column());
            Comparator<Row> byKey = order;
            Comparator<Row> byColumn = (one, other) ->
                    inOrder(number(one.cells().get(place)), number(other.cells().get(place)), step.ascending());
            order = byColumn.thenComparing(byKey);
        }
        return order;
    }

    /** What a cell is compared by; null when there is nothing in it. */
    @Nullable
    Object number(Object cell) {
        if (cell instanceof Map<?, ?> amounts) {
            Definition.Into into = definition.into();
            return into == null ? null : amounts.get(into.currency());
        }
        return cell instanceof Optional<?> some ? some.orElse(null) : cell;
    }

    @SuppressWarnings("unchecked") // both stand in one column
    private static int inOrder(@Nullable Object one, @Nullable Object other, boolean ascending) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        int order = ((Comparable<Object>) one).compareTo(other);
        return ascending ? order : -order;
    }

    private int compareKeys(Row one, Row other) {
        for (int i = 0; i < one.key().size(); i++) {
            int order = compare(i, one, other);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int compare(int place, Row one, Row other) {
        Object left = one.key().get(place);
        Object right = other.key().get(place);
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        } else if (left instanceof Choice choice && right instanceof Choice next) {
            int order = Integer.compare(rank(place, choice), rank(place, next));
            return order != 0 ? order : choice.id().compareTo(next.id());
        } else if (left instanceof Ref<?> ref && right instanceof Ref<?> next) {
            int order = TextFold.fold(one.labels().get(place))
                    .compareTo(TextFold.fold(other.labels().get(place)));
            return order != 0 ? order : ref.id().compareTo(next.id());
        }
        return compare(definition.groupBy().get(place).attribute(), left, right);
    }

    private int rank(int place, Choice choice) {
        int at = choices.get(place).indexOf(choice.id());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    @SuppressWarnings("unchecked") // both were read off this very attribute
    private static <V> int compare(Attribute<?, V> attribute, Object one, Object other) {
        Object left = attribute.sortKey((V) one);
        Object right = attribute.sortKey((V) other);
        return left instanceof Comparable<?> comparable
                ? ((Comparable<Object>) comparable).compareTo(right)
                : left.toString().compareTo(right.toString());
    }
}
