package org.clientele.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.criteria.Relation;
import org.clientele.filter.Clause.Demand;
import org.clientele.filter.Value.Constant;
import org.clientele.model.EntityType;
import org.clientele.property.MoneyProperty;
import org.clientele.value.DatePeriod;
import org.clientele.value.Money;

/** Makes conditions of clauses, as they are meant at one time in one zone. */
@SuppressWarnings({"unchecked", "rawtypes"
}) // clauses were read or noted with the attributes of the types that they are about
final class Meaning {

    private final Instant now;
    private final ZoneId zone;

    Meaning(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    Criterion<?> of(Clause clause) {
        if (clause instanceof Clause.All all) {
            return new Criterion.All(each(all.parts()));
        } else if (clause instanceof Clause.Any any) {
            return new Criterion.Any(each(any.parts()));
        } else if (clause instanceof Clause.Opposite opposite) {
            return of(opposite.part()).negate();
        } else if (clause instanceof Clause.Pointed pointed) {
            return new Criterion.Referred(pointed.holder().recordClass(), pointed.by(), of(pointed.where()));
        } else if (clause instanceof Clause.OfKind kind) {
            Set<Class<?>> classes =
                    kind.types().stream().map(EntityType::recordClass).collect(Collectors.toSet());
            return new Criterion.OfClass<>(classes);
        }
        Clause.Asked asked = (Clause.Asked) clause;
        return asked.demand() instanceof Clause.Blank
                ? along(asked.operand(), new Criterion.Blank(asked.operand().attribute()).negate())
                        .negate()
                : along(asked.operand(), demand(asked.operand(), asked.demand()));
    }

    private List<Criterion<?>> each(List<Clause> clauses) {
        return clauses.stream().<Criterion<?>>map(this::of).toList();
    }

    /** A condition that fails where there is no value, asked at the end of a path. */
    private static Criterion<?> along(Operand operand, Criterion<?> atItsEnd) {
        Criterion<?> where = atItsEnd;
        List<Step> steps = operand.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (i < steps.size() - 1) {
                where = new Criterion.Related((Relation) step.attribute(), where);
            }
            if (step.of() != null) {
                where = new Criterion.All(List.of(new Criterion.OfClass<>(step.classes()), where));
            }
        }
        return where;
    }

    private Criterion<?> demand(Operand operand, Demand demand) {
        Attribute attribute = operand.attribute();
        if (demand instanceof Clause.Matched matched) {
            return new Criterion.TextMatch<>(attribute, matched.match(), matched.text());
        } else if (demand instanceof Clause.OneText one) {
            return new Criterion.OneText<>(attribute, new HashSet<>(one.texts()));
        } else if (demand instanceof Clause.OneOf one) {
            return oneOf(operand, one.values());
        } else if (demand instanceof Clause.Compared compared) {
            return compared(operand, compared.operator(), compared.to());
        } else if (demand instanceof Clause.Between between) {
            return both(
                    compared(operand, Operator.AT_LEAST, between.least()),
                    compared(operand, Operator.AT_MOST, between.greatest()));
        } else if (demand instanceof Clause.In in) {
            DatePeriod period = in.span().seenOn(today());
            return both(
                    compared(operand, Operator.AT_LEAST, new Constant(period.start())),
                    compared(operand, Operator.AT_MOST, new Constant(period.lastDay())));
        } else if (demand instanceof Clause.Has has) {
            return new Criterion.HasAny(
                    attribute, has.elements().stream().map(Constant::value).collect(Collectors.toSet()));
        }
        Criterion where = of(((Clause.Some) demand).where());
        return attribute instanceof Relation relation
                ? new Criterion.Related(relation, where)
                : new Criterion.AnyItem(attribute, where);
    }

    private static Criterion<?> both(Criterion<?> one, Criterion<?> other) {
        return new Criterion.All(List.of(one, other));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    private Criterion<?> oneOf(Operand operand, List<Value> values) {
        if (operand.part() != null) {
            return new Criterion.OnCalendar<>(
                    (Attribute) operand.attribute(),
                    operand.part(),
                    values.stream().map(value -> number(operand, value)).collect(Collectors.toSet()));
        } else if (operand.kind() == ValueKind.TIME && !values.isEmpty()) {
            return new Criterion.Any(values.stream()
                    .<Criterion<?>>map(value -> compared(operand, Operator.EQUAL, value))
                    .toList());
        }
        Set<Object> resolved = values.stream()
                .map(value -> operand.kind() == ValueKind.DAY ? day(value) : ((Constant) value).value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Criterion.OneOf(operand.attribute(), resolved);
    }

    private int number(Operand operand, Value value) {
        if (value instanceof Constant constant) {
            return (Integer) constant.value();
        }
        LocalDate start = ((Value.Span) value).seenOn(today()).start();
        return operand.part() == Criterion.CalendarPart.MONTH ? start.getMonthValue() : start.getDayOfMonth();
    }

    private LocalDate day(Value value) {
        return value instanceof Value.Moment moment ? moment.day(now, zone) : (LocalDate) ((Constant) value).value();
    }

    private Criterion<?> compared(Operand operand, Operator operator, Value to) {
        Attribute attribute = operand.attribute();
        return switch (operand.kind()) {
            case DAY -> new Criterion.Ordered(attribute, operator, day(to));
            case TIME -> time(attribute, operator, to);
            case MONEY -> money((MoneyProperty<?>) attribute, operator, (Money) ((Constant) to).value());
            default -> new Criterion.Ordered(attribute, operator, (Comparable) ((Constant) to).value());
        };
    }

    private static <R> Criterion<R> money(MoneyProperty<R> property, Operator operator, Money money) {
        return new Criterion.Ordered<R, BigDecimal>(property.amount(), operator, money.amount())
                .and(new Criterion.OneOf<>(property.currency(), Set.of(money.currency())));
    }

    /** A time is on a day, before it begins, or after it ends; a time that is exact it equals. */
    private Criterion<?> time(Attribute attribute, Operator operator, Value to) {
        if (to instanceof Value.Moment moment && moment.startOf() == null) {
            return new Criterion.Ordered(attribute, operator, (Comparable) ValueReader.kept(moment.time(now, zone)));
        } else if (to instanceof Constant constant && constant.value() instanceof Instant exact) {
            return new Criterion.Ordered(attribute, operator, exact);
        }
        LocalDate day = day(to);
        Criterion<?> begun = new Criterion.Ordered(attribute, Operator.AT_LEAST, beginning(day));
        Criterion<?> beforeItsEnd = new Criterion.Ordered(attribute, Operator.LESS, beginning(day.plusDays(1)));
        return switch (operator) {
            case EQUAL -> both(begun, beforeItsEnd);
            case LESS -> new Criterion.Ordered(attribute, Operator.LESS, beginning(day));
            case AT_MOST -> beforeItsEnd;
            case GREATER -> new Criterion.Ordered(attribute, Operator.AT_LEAST, beginning(day.plusDays(1)));
            case AT_LEAST -> begun;
        };
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
