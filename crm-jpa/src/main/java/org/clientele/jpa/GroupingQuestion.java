package org.clientele.jpa;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.clientele.criteria.Attribute;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.OrderedProperty;
import org.clientele.property.PeriodOf;
import org.clientele.property.Property;
import org.clientele.store.Aggregation;
import org.clientele.store.Measure;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** One statement: the keys of the groups, how many records are in each, and what else is asked. */
final class GroupingQuestion<R> {

    private final EntityManager entityManager;
    private final Aggregation<R> aggregation;
    private final Statement statement = new Statement();
    private final Conditions conditions;
    private final Conditions.From from;
    private final Order order;
    private final List<Term> keys = new ArrayList<>();
    private final List<String> groupBy = new ArrayList<>();
    private final List<String> selected = new ArrayList<>();
    private final int keyCells;
    private final @Nullable Term amount;

    /**
     * A question.
     *
     * @param amount whose currency makes groups besides; null when none does
     */
    GroupingQuestion(
            EntityManager entityManager,
            Schema schema,
            Mapping mapping,
            EntityType<?> type,
            Aggregation<R> aggregation,
            @Nullable MoneyProperty<?> amount) {
        this.entityManager = entityManager;
        this.aggregation = aggregation;
        this.conditions = new Conditions(schema, mapping, statement);
        this.from = conditions.from(type.recordClass(), "e");
        this.order = new Order(mapping, statement, from.source());
        for (Attribute<? super R, ?> attribute : aggregation.groupBy()) {
            Term term = order.term(kept(attribute));
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

    /** What the database has of an attribute. */
    private static Attribute<?, ?> kept(Attribute<?, ?> attribute) {
        return attribute instanceof PeriodOf<?, ?> period ? period.whole() : attribute;
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
        if (measure instanceof Measure.Sum<R> sum) {
            return "sum(" + when(condition, order.term(sum.of()).value(), "0") + ")";
        } else if (measure instanceof Measure.Extreme<R> extreme) {
            return extreme(
                    extreme.greatest(), condition, order.term(extreme.of()).value());
        } else if (measure instanceof Measure.ByCurrency<R> money) {
            return ofAmount(money, condition, Objects.requireNonNull(amount).value());
        }
        return "count(" + when(condition, "e.id", "null") + ")";
    }

    private String ofAmount(Measure.ByCurrency<R> measure, String condition, String value) {
        if (measure instanceof Measure.ExtremeMoney<R> extreme) {
            return extreme(extreme.greatest(), condition, value);
        } else if (measure instanceof Measure.CountMoney<R>) {
            return "count(" + when(condition, value, "null") + ")";
        }
        String summed = measure instanceof Measure.Weighted<R> weighted
                ? value + " * " + order.term(weighted.by()).value()
                : value;
        return "sum(" + when(condition, summed, "null") + ")";
    }

    /** Always by CASE: EclipseLink gives its converter what the driver of MariaDB gives when asked for a column's maximum. */
    private static String extreme(boolean greatest, String condition, String value) {
        String given = when(Logic.and(condition, value + " is not null"), value, "null");
        return (greatest ? "max(" : "min(") + given + ")";
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

    /** What the records of a row share; the list can be changed. */
    List<@Nullable Object> key(@Nullable Object[] row) {
        List<@Nullable Object> key = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < keys.size(); i++) {
            Term term = keys.get(i);
            key.add(key(aggregation.groupBy().get(i), term, row, at));
            at += term.second() == null ? 1 : 2;
        }
        return key;
    }

    private static @Nullable Object key(Attribute<?, ?> attribute, Term term, @Nullable Object[] row, int at) {
        if (attribute instanceof PeriodOf<?, ?> period) {
            return period(period, term, row, at);
        } else if (attribute instanceof Property<?, ?> property) {
            return Cells.read(property, term, row, at);
        }
        return row[at];
    }

    private static <V extends Comparable<? super V>> @Nullable Object period(
            PeriodOf<?, V> period, Term term, @Nullable Object[] row, int at) {
        V value = Cells.read(period.whole(), term, row, at);
        return value == null ? null : period.of(value);
    }

    /** What a measure comes to in a row; there is a row for each currency in a group. */
    Object value(Measure<R> measure, @Nullable Object[] row, int at) {
        Object cell = Objects.requireNonNull(row[at]);
        if (measure instanceof Measure.Count<R>) {
            return ((Number) cell).longValue();
        } else if (measure instanceof Measure.Extreme<R> extreme) {
            return Optional.of(read(extreme.of(), cell));
        } else if (measure instanceof Measure.ByCurrency<R> money) {
            return ofCurrency(row[keyCells - 1], amount(money, (Number) cell), money);
        }
        return number((Measure.Sum<R>) measure, cell);
    }

    /** Where no record counts, there is no entry for the currency. */
    private static Map<String, BigDecimal> ofCurrency(
            @Nullable Object currency, BigDecimal value, Measure.ByCurrency<?> measure) {
        boolean isNone = measure instanceof Measure.CountMoney<?> && value.signum() == 0;
        return currency == null || isNone ? Map.of() : Map.of((String) currency, value);
    }

    private static BigDecimal amount(Measure.ByCurrency<?> measure, Number cell) {
        if (measure instanceof Measure.CountMoney<?>) {
            return BigDecimal.valueOf(cell.longValue());
        }
        int scale = measure instanceof Measure.Weighted<?> weighted
                ? Money.SCALE + weighted.by().scale()
                : Money.SCALE;
        return ((BigDecimal) cell).setScale(scale);
    }

    private static BigDecimal number(Measure.Sum<?> sum, Object cell) {
        if (cell instanceof BigDecimal decimal) {
            return sum.of() instanceof NumberProperty<?, ?> property ? Cells.scaled(property, decimal) : decimal;
        }
        return BigDecimal.valueOf(((Number) cell).longValue());
    }

    /** A provider may give what the driver gave. */
    private static Object read(OrderedProperty<?, ?> property, Object cell) {
        if (cell instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (cell instanceof Timestamp time) {
            return time.toInstant();
        } else if (cell instanceof Date day) {
            return day.toLocalDate();
        }
        Object exact = cell instanceof Number number ? new BigDecimal(number.toString()) : cell;
        return Objects.requireNonNull(Cells.read(property, Term.of(""), new Object[] {exact}, 0));
    }
}
