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
import java.util.OptionalInt;
import java.util.TreeMap;
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
 * Counts and sums in the database, in one statement: where money is summed, it groups by the currency too, and the rows of a
 * group are put together here. Each further amount of money that is summed takes one statement more.
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
        Map<List<@Nullable Object>, Object[]> groups = new LinkedHashMap<>();
        List<MoneyProperty<?>> amounts = amounts();
        if (amounts.isEmpty()) {
            ask(null, true, groups);
        }
        for (MoneyProperty<?> amount : amounts) {
            ask(amount, amount == amounts.get(0), groups);
        }
        List<Group> result = new ArrayList<>(groups.size());
        groups.forEach((key, values) -> result.add(new Group(key, Arrays.asList(values))));
        return result;
    }

    private List<MoneyProperty<?>> amounts() {
        List<MoneyProperty<?>> amounts = new ArrayList<>();
        for (Measure<R> measure : aggregation.measures()) {
            if (measure instanceof Aggregation.SumMoney<R> sum && !amounts.contains(sum.of())) {
                amounts.add((MoneyProperty<?>) sum.of());
            }
        }
        return amounts;
    }

    /** Asks for the sums of an amount, by its currency, and if it is the first for whatever else is measured. */
    private void ask(@Nullable MoneyProperty<?> amount, boolean isFirst, Map<List<@Nullable Object>, Object[]> groups) {
        List<Measure<R>> measures = aggregation.measures();
        Question question = new Question(amount);
        Map<Integer, Integer> cells = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            boolean isSum = measures.get(i) instanceof Aggregation.SumMoney<R>;
            boolean isAsked =
                    isSum ? ((Aggregation.SumMoney<R>) measures.get(i)).of().equals(amount) : isFirst;
            if (isAsked) {
                int measure = i;
                question.select(measures.get(i)).ifPresent(cell -> cells.put(measure, cell));
            }
        }
        for (Object[] row : question.answer()) {
            Object[] values = groups.computeIfAbsent(question.key(row), key -> nothing());
            String currency = question.currency(row);
            cells.forEach((measure, cell) ->
                    values[measure] = add(measures.get(measure), values[measure], currency, row[cell]));
        }
    }

    private Object[] nothing() {
        return aggregation.measures().stream().map(Grouping::nothing).toArray();
    }

    private static Object nothing(Measure<?> measure) {
        if (measure instanceof Aggregation.Count<?>) {
            return 0L;
        } else if (measure instanceof Aggregation.Latest<?>) {
            return Optional.empty();
        }
        return measure instanceof Aggregation.SumMoney<?> ? new TreeMap<String, BigDecimal>() : BigDecimal.ZERO;
    }

    /** What a measure has come to with one row more: there is a row for each currency in a group. */
    @SuppressWarnings("unchecked")
    private static Object add(Measure<?> measure, Object former, @Nullable String currency, @Nullable Object cell) {
        if (cell == null) {
            return former;
        } else if (measure instanceof Aggregation.Count<?>) {
            return (Long) former + ((Number) cell).longValue();
        } else if (measure instanceof Aggregation.Latest<?>) {
            Instant time = instant(cell);
            return ((Optional<Instant>) former).filter(time::isBefore).isPresent() ? former : Optional.of(time);
        } else if (measure instanceof Aggregation.SumMoney<?>) {
            ((Map<String, BigDecimal>) former)
                    .merge(Objects.requireNonNull(currency), (BigDecimal) cell, BigDecimal::add);
            return former;
        }
        return ((BigDecimal) former).add(number((Aggregation.Sum<?>) measure, cell));
    }

    private static BigDecimal number(Aggregation.Sum<?> sum, Object cell) {
        if (cell instanceof BigDecimal decimal) {
            return sum.of() instanceof NumberProperty<?, ?> property ? Cells.scaled(property, decimal) : decimal;
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
        private final @Nullable Term amount;

        /**
         * A question.
         *
         * @param amount what is summed besides; null when nothing is
         */
        Question(@Nullable MoneyProperty<?> amount) {
            for (Property<? super R, ?> property : aggregation.groupBy()) {
                Term term = order.term(property);
                keys.add(term);
                groupBy.addAll(Cells.expressions(term));
            }
            this.amount = amount == null ? null : order.term(amount);
            if (this.amount != null) {
                groupBy.add(Objects.requireNonNull(this.amount.second()));
            }
            keyCells = groupBy.size();
            selected.addAll(groupBy);
            selected.add("count(e.id)");
        }

        /** Selects what a measure comes to, and says in which cell; in none if no record counts. */
        OptionalInt select(Measure<R> measure) {
            String condition = conditions.of(measure.where(), from.source());
            if (condition.equals(Logic.NEVER)) {
                return OptionalInt.empty();
            }
            String expression = expression(measure, condition);
            int known = selected.indexOf(expression);
            if (known < 0) {
                selected.add(expression);
            }
            return OptionalInt.of(known < 0 ? selected.size() - 1 : known);
        }

        private String expression(Measure<R> measure, String condition) {
            if (measure instanceof Aggregation.Sum<R> sum) {
                return "sum(" + when(condition, order.term(sum.of()).value(), "0") + ")";
            } else if (measure instanceof Aggregation.Latest<R> latest) {
                return latest(condition, order.term(latest.of()).value());
            } else if (measure instanceof Aggregation.SumMoney<R>) {
                return "sum(" + when(condition, Objects.requireNonNull(amount).value(), "null") + ")";
            }
            return "count(" + when(condition, "e.id", "null") + ")";
        }

        /** Always by CASE: EclipseLink gives its converter what the driver of MariaDB gives when asked for a column's maximum. */
        private static String latest(String condition, String time) {
            return "max(" + when(Logic.and(condition, time + " is not null"), time, "null") + ")";
        }

        /** The currency of a row's sums; null where there is none. */
        @Nullable
        String currency(@Nullable Object[] row) {
            return amount == null ? null : (String) row[keyCells - 1];
        }

        private static String when(String condition, String value, String otherwise) {
            return condition.equals(Logic.ALWAYS)
                    ? value
                    : "case when (" + condition + ") then " + value + " else " + otherwise + " end";
        }

        List<Object[]> answer() {
            String where = Logic.where(from.types(), conditions.of(aggregation.where(), from.source()));
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
