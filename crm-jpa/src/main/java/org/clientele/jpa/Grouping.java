package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Lookup;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.store.Accumulation;
import org.clientele.store.Aggregation;
import org.clientele.store.Group;
import org.clientele.store.Measure;
import org.clientele.store.Measure.ByCurrency;
import org.clientele.store.Measure.Distinct;
import org.jspecify.annotations.Nullable;

/**
 * Counts and sums in the database, in one statement: where amounts are looked at, it groups by the currency too, and the rows
 * of a group are put together here. Each further amount takes one statement more, and so does each count of different values.
 * Periods are made here, of the days and times by which the database groups: no query language knows zones.
 */
final class Grouping<R> {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;
    private final EntityType<?> type;
    private final Aggregation<R> aggregation;
    private final List<Measure<R>> measures;
    private final Accumulation<R> accumulation;

    Grouping(
            EntityManager entityManager,
            Schema schema,
            Mapping mapping,
            EntityType<?> type,
            Aggregation<R> aggregation) {
        this.entityManager = entityManager;
        this.schema = schema;
        this.mapping = mapping;
        this.type = type;
        this.aggregation = aggregation;
        this.measures = aggregation.measures();
        this.accumulation = Accumulation.of(aggregation, Lookup.NOTHING);
    }

    List<Group> groups() {
        List<Integer> others = new ArrayList<>();
        Map<MoneyProperty<?>, List<Integer>> amounts = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i) instanceof ByCurrency<R> money) {
                amounts.computeIfAbsent(money.of(), amount -> new ArrayList<>()).add(i);
            } else if (measures.get(i) instanceof Distinct<R> distinct) {
                askForDifferent(i, distinct);
            } else {
                others.add(i);
            }
        }
        if (amounts.isEmpty()) {
            ask(null, others);
        }
        amounts.forEach((amount, ofIt) -> {
            List<Integer> asked = new ArrayList<>(ofIt);
            asked.addAll(others);
            others.clear();
            ask(amount, asked);
        });
        return accumulation.groups();
    }

    /** Asks for what some measures come to, by the currency of an amount if there is one. */
    private void ask(@Nullable MoneyProperty<?> amount, List<Integer> asked) {
        GroupingQuestion<R> question = question(aggregation, amount);
        Map<Integer, Integer> cells = new LinkedHashMap<>();
        asked.forEach(place -> question.select(measures.get(place)).ifPresent(cell -> cells.put(place, cell)));
        for (Object[] row : question.answer()) {
            List<Object> values = nothing();
            cells.forEach((place, cell) -> {
                if (row[cell] != null) {
                    values.set(place, question.value(measures.get(place), row, cell));
                }
            });
            accumulation.add(new Group(question.key(row), values));
        }
    }

    /** Groups by the attribute as well: so values of groups that are put together are told apart as well. */
    private void askForDifferent(int place, Distinct<R> distinct) {
        List<Attribute<? super R, ?>> groupBy = new ArrayList<>(aggregation.groupBy());
        groupBy.add(distinct.of());
        GroupingQuestion<R> question =
                question(new Aggregation<R>(aggregation.where(), groupBy, List.of()).and(distinct.where()), null);
        for (Object[] row : question.answer()) {
            List<@Nullable Object> key = question.key(row);
            Object value = key.remove(groupBy.size() - 1);
            List<Object> values = nothing();
            if (value != null) {
                values.set(place, Set.of(raw(distinct.of(), value)));
            }
            accumulation.add(new Group(key, values));
        }
    }

    @SuppressWarnings("unchecked") // the value is one of the attribute
    private static <V> Object raw(Attribute<?, V> attribute, Object value) {
        return attribute instanceof Property<?, V> property ? property.raw((V) value) : value;
    }

    private GroupingQuestion<R> question(Aggregation<R> asked, @Nullable MoneyProperty<?> amount) {
        return new GroupingQuestion<>(entityManager, schema, mapping, type, asked, amount);
    }

    private List<Object> nothing() {
        return new ArrayList<>(measures.stream().map(Measure::nothing).toList());
    }
}
