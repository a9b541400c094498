package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.criteria.Criterion;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.store.Aggregation;
import org.clientele.store.Aggregation.Measure;
import org.clientele.store.Group;
import org.jspecify.annotations.Nullable;

/**
 * Counts and sums in the database: one statement for the groups with their counts and sums of numbers, and one for each sum
 * of money, which is a sum for each currency.
 */
final class Grouping<R> {

    private final EntityManager entityManager;
    private final Schema schema;
    private final Mapping mapping;
    private final EntityType<?> type;
    private final Aggregation<R> aggregation;

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
    }

    List<Group> groups() {
        List<Measure<R>> measures = aggregation.measures();
        Map<List<@Nullable Object>, Object[]> groups = new LinkedHashMap<>();
        Question main = new Question();
        for (Measure<R> measure : measures) {
            if (!(measure instanceof Aggregation.SumMoney<R>)) {
                main.select(measure);
            }
        }
        for (Object[] row : main.answer()) {
            Object[] values = new Object[measures.size()];
            int at = main.keyCells + 1;
            for (int i = 0; i < values.length; i++) {
                values[i] = measures.get(i) instanceof Aggregation.SumMoney<R>
                        ? new TreeMap<String, BigDecimal>()
                        : value(measures.get(i), row[at++]);
            }
            groups.put(main.key(row), values);
        }
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i) instanceof Aggregation.SumMoney<R> sum) {
                addMoney(sum, i, groups);
            }
        }
        List<Group> result = new ArrayList<>(groups.size());
        groups.forEach((key, values) -> result.add(new Group(key, Arrays.asList(values))));
        return result;
    }

    private void addMoney(Aggregation.SumMoney<R> sum, int index, Map<List<@Nullable Object>, Object[]> groups) {
        Question question = new Question();
        question.selectMoney(sum);
        for (Object[] row : question.answer()) {
            Object[] values = groups.get(question.key(row));
            int at = question.keyCells + 1;
            if (values != null && row[at] != null) {
                @SuppressWarnings("unchecked")
                Map<String, BigDecimal> sums = (Map<String, BigDecimal>) values[index];
                sums.put((String) row[at], (BigDecimal) Objects.requireNonNull(row[at + 1]));
            }
        }
    }

    private static Object value(Measure<?> measure, @Nullable Object cell) {
        if (measure instanceof Aggregation.Count<?>) {
            return cell == null ? 0L : ((Number) cell).longValue();
        } else if (measure instanceof Aggregation.Latest<?>) {
            return Optional.ofNullable(cell).map(Grouping::instant);
        } else if (cell == null) {
            return BigDecimal.ZERO;
        } else if (cell instanceof BigDecimal decimal) {
            return ((Aggregation.Sum<?>) measure).of() instanceof NumberProperty<?, ?> property
                    ? Cells.scaled(property, decimal)
                    : decimal;
        }
        return BigDecimal.valueOf(((Number) cell).longValue());
    }

    private static Instant instant(Object cell) {
        // a provider may give what the driver gave
        if (cell instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return cell instanceof Timestamp time ? time.toInstant() : (Instant) cell;
    }

    /** One statement: the keys of the groups, how many records are in each, and what else is asked. */
    private final class Question {

        private final Statement statement = new Statement();
        private final Conditions conditions = new Conditions(schema, mapping, statement);
        private final Conditions.From from = conditions.from(type.recordClass(), "e");
        private final Order order = new Order(mapping, statement, from.source());
        private final List<Term> keys = new ArrayList<>();
        private final List<String> groupBy = new ArrayList<>();
        private final List<String> selected = new ArrayList<>();
        private final int keyCells;
        private String more = Logic.ALWAYS;

        Question() {
            for (Property<? super R, ?> property : aggregation.groupBy()) {
                Term term = order.term(property);
                keys.add(term);
                groupBy.addAll(Cells.expressions(term));
            }
            keyCells = groupBy.size();
            selected.addAll(groupBy);
            selected.add("count(e.id)");
        }

        void select(Measure<R> measure) {
            if (measure instanceof Aggregation.Sum<R> sum) {
                selected.add("sum(" + when(measure.where(), order.term(sum.of()).value(), "0") + ")");
            } else if (measure instanceof Aggregation.Latest<R> latest) {
                selected.add(
                        "max(" + when(measure.where(), order.term(latest.of()).value(), "null") + ")");
            } else {
                selected.add("count(" + when(measure.where(), "e.id", "null") + ")");
            }
        }

        private String when(Criterion<? super R> where, String value, String otherwise) {
            String condition = conditions.of(where, from.source());
            return condition.equals(Logic.ALWAYS)
                    ? value
                    : "case when (" + condition + ") then " + value + " else " + otherwise + " end";
        }

        void selectMoney(Aggregation.SumMoney<R> sum) {
            Term term = order.term((MoneyProperty<?>) sum.of());
            String currency = Objects.requireNonNull(term.second());
            groupBy.add(currency);
            selected.add(currency);
            selected.add("sum(" + term.value() + ")");
            more = conditions.of(sum.where(), from.source());
        }

        List<Object[]> answer() {
            String where = Logic.where(from.types(), conditions.of(aggregation.where(), from.source()), more);
            String jpql = "select " + String.join(", ", selected) + " from " + from.entity() + order.joins() + where
                    + (groupBy.isEmpty() ? "" : " group by " + String.join(", ", groupBy));
            List<Object[]> rows = statement.query(entityManager, jpql, Object.class).getResultList().stream()
                    .map(row -> row instanceof Object[] cells ? cells : new Object[] {row})
                    .toList();
            return rows.stream()
                    .filter(row -> ((Number) Objects.requireNonNull(row[keyCells])).longValue() > 0)
                    .toList();
        }

        List<@Nullable Object> key(@Nullable Object[] row) {
            List<@Nullable Object> key = new ArrayList<>();
            int at = 0;
            for (int i = 0; i < keys.size(); i++) {
                Term term = keys.get(i);
                key.add(Cells.read(aggregation.groupBy().get(i), term, row, at));
                at += term.second() == null ? 1 : 2;
            }
            return key;
        }
    }
}
