package org.clientele.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Criterion;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.criteria.Relation;
import org.clientele.filter.Clause.Asked;
import org.clientele.filter.Clause.Demand;
import org.clientele.filter.Value.Constant;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Money;

/** Notes as clauses what conditions are made of. */
final class Noting {

    private static final int DEEPEST = 100;

    private final Schema schema;
    private int depth;

    private Noting(Schema schema) {
        this.schema = schema;
    }

    /** The clause of a condition on records of a type; IllegalArgumentException when no text can say it. */
    static Clause of(Schema schema, EntityType<?> type, Criterion<?> where) {
        return new Noting(schema).note(where, Scope.of(schema, type));
    }

    private Clause note(Criterion<?> where, Scope scope) {
        if (where instanceof Criterion.All<?> all) {
            return all(all, scope);
        } else if (where instanceof Criterion.Any<?> any) {
            return Clause.any(each(flat(any), scope));
        } else if (where instanceof Criterion.Not<?> not) {
            return Clause.opposite(within(not.part(), scope));
        } else if (where instanceof Criterion.AnyItem<?, ?> any) {
            ItemsProperty<?, ?> items = (ItemsProperty<?, ?>) any.attribute();
            return some(operand(items, scope), within(any.where(), Scope.of(schema, items.items())));
        } else if (where instanceof Criterion.Related<?, ?> related) {
            return related(related, scope);
        } else if (where instanceof Criterion.Referred<?, ?> referred) {
            EntityType<?> holder = schema.type(referred.holder());
            Scope held = Scope.of(schema, holder);
            held.step(referred.by());
            return new Clause.Pointed(holder, (Property<?, ?>) referred.by(), within(referred.where(), held));
        } else if (where instanceof Criterion.OfClass<?> of) {
            return new Clause.OfKind(
                    of.classes().stream().<EntityType<?>>map(schema::type).toList());
        }
        return asked(where, scope);
    }

    /** One level deeper. */
    private Clause within(Criterion<?> where, Scope scope) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "conditions stand within conditions more than " + DEEPEST + " deep; make the condition flatter");
        }
        Clause clause = note(where, scope);
        depth--;
        return clause;
    }

    private List<Clause> each(List<Criterion<?>> parts, Scope scope) {
        return parts.stream().map(part -> within(part, scope)).toList();
    }

    /** What a chain of and makes is flat, however long it is. */
    private static List<Criterion<?>> flat(Criterion.All<?> all) {
        List<Criterion<?>> parts = new ArrayList<>(all.parts());
        while (!parts.isEmpty()
                && parts.get(0) instanceof Criterion.All<?> first
                && money(first).isEmpty()) {
            parts.remove(0);
            parts.addAll(0, first.parts());
        }
        return parts;
    }

    private static List<Criterion<?>> flat(Criterion.Any<?> any) {
        List<Criterion<?>> parts = new ArrayList<>(any.parts());
        while (!parts.isEmpty() && parts.get(0) instanceof Criterion.Any<?> first) {
            parts.remove(0);
            parts.addAll(0, first.parts());
        }
        return parts;
    }

    private Clause all(Criterion.All<?> all, Scope scope) {
        Optional<Criterion.Ordered<?, ?>> amount = money(all);
        if (amount.isPresent()) {
            MoneyProperty.Part<?, ?> part =
                    (MoneyProperty.Part<?, ?>) amount.get().attribute();
            Criterion.OneOf<?, ?> currency = (Criterion.OneOf<?, ?>) all.parts().get(1);
            Constant money = new Constant(new Money((BigDecimal) amount.get().value(), (String)
                    currency.values().iterator().next()));
            return new Asked(
                    operand(part.whole(), scope),
                    new Clause.Compared(amount.get().operator(), money));
        }
        Clause flat = Clause.all(each(flat(all), scope));
        return flat instanceof Clause.All parts ? Clause.all(joined(parts.parts())) : flat;
    }

    /** The comparison of the amount, if the condition compares amounts within one currency. */
    private static Optional<Criterion.Ordered<?, ?>> money(Criterion.All<?> all) {
        if (all.parts().size() == 2
                && all.parts().get(0) instanceof Criterion.Ordered<?, ?> amount
                && all.parts().get(1) instanceof Criterion.OneOf<?, ?> currency
                && amount.attribute() instanceof MoneyProperty.Part<?, ?> one
                && currency.attribute() instanceof MoneyProperty.Part<?, ?> other
                && one.whole() == other.whole()
                && currency.values().size() == 1
                && amount.value() instanceof BigDecimal number
                && currency.values().iterator().next() instanceof String code
                && Money.find(number, code).isPresent()) {
            return Optional.of(amount);
        }
        return Optional.empty();
    }

    /** Two comparisons that follow one another may be one, and a property of some kind of records says their kind. */
    private static List<Clause> joined(List<Clause> parts) {
        List<Clause> joined = new ArrayList<>();
        for (Clause part : parts) {
            int last = joined.size() - 1;
            Optional<Clause> both = last < 0 ? Optional.empty() : both(joined.get(last), part);
            if (both.isPresent()) {
                joined.set(last, both.get());
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static Optional<Clause> both(Clause first, Clause second) {
        boolean isSaid = first instanceof Clause.OfKind kind
                && second instanceof Asked asked
                && !(asked.demand() instanceof Clause.Blank)
                && saysKind(asked.operand().steps().get(0), kind);
        return isSaid ? Optional.of(second) : between(first, second);
    }

    private static boolean saysKind(Step step, Clause.OfKind kind) {
        return step.of() != null
                && step.classes().stream()
                        .allMatch(one -> kind.types().stream().anyMatch(type -> type.recordClass() == one));
    }

    private static Optional<Clause> between(Clause first, Clause second) {
        if (first instanceof Asked one
                && second instanceof Asked other
                && one.operand().toString().equals(other.operand().toString())
                && one.demand() instanceof Clause.Compared least
                && other.demand() instanceof Clause.Compared greatest
                && least.operator() == Operator.AT_LEAST
                && greatest.operator() == Operator.AT_MOST
                && isOneCurrency(least.to(), greatest.to())) {
            return Optional.of(new Asked(one.operand(), new Clause.Between(least.to(), greatest.to())));
        }
        return Optional.empty();
    }

    private static boolean isOneCurrency(Value least, Value greatest) {
        return !(((Constant) least).value() instanceof Money one)
                || (((Constant) greatest).value() instanceof Money other
                        && one.currency().equals(other.currency()));
    }

    /** A comparison of what a reference leads to is one of a path. */
    private Clause related(Criterion.Related<?, ?> related, Scope scope) {
        Relation<?, ?, ?> relation = related.relation();
        Operand operand = operand(relation, scope);
        Clause where = within(related.where(), Scope.of(schema, schema.type(relation.target())));
        boolean isPath = relation instanceof ReferenceProperty<?, ?>
                && where instanceof Asked asked
                && !(asked.demand() instanceof Clause.Blank)
                && !(asked.demand() instanceof Clause.Some);
        if (isPath) {
            Asked asked = (Asked) where;
            return new Asked(asked.operand().after(operand.steps().get(0)), asked.demand());
        }
        return some(operand, where);
    }

    private static Clause some(Operand operand, Clause where) {
        return new Asked(operand, new Clause.Some(where));
    }

    private Clause asked(Criterion<?> where, Scope scope) {
        if (where instanceof Criterion.OneOf<?, ?> one) {
            Operand operand = operand(one.attribute(), scope);
            return operand.kind().isCollection()
                    ? refuse(where, operand)
                    : new Asked(operand, new Clause.OneOf(constants(one.values())));
        } else if (where instanceof Criterion.Ordered<?, ?> ordered) {
            Operand operand = operand(ordered.attribute(), scope);
            return operand.kind().isOrdered()
                    ? new Asked(operand, new Clause.Compared(ordered.operator(), constant(ordered.value())))
                    : refuse(where, operand);
        } else if (where instanceof Criterion.TextMatch<?> match) {
            return text(where, operand(match.attribute(), scope), new Clause.Matched(match.match(), match.text()));
        } else if (where instanceof Criterion.OneText<?> one) {
            return text(where, operand(one.attribute(), scope), new Clause.OneText(List.copyOf(one.texts())));
        } else if (where instanceof Criterion.OnCalendar<?> part) {
            Operand date = operand(part.attribute(), scope);
            return new Asked(new Operand(date.steps(), part.part()), new Clause.OneOf(constants(part.numbers())));
        } else if (where instanceof Criterion.HasAny<?, ?> has) {
            return new Asked(operand(has.attribute(), scope), new Clause.Has(elements(has.elements())));
        }
        return new Asked(operand(((Criterion.Blank<?>) where).attribute(), scope), new Clause.Blank());
    }

    private static Clause text(Criterion<?> where, Operand operand, Demand demand) {
        return operand.kind() == ValueKind.TEXT ? new Asked(operand, demand) : refuse(where, operand);
    }

    private static Clause refuse(Criterion<?> where, Operand operand) {
        throw new IllegalArgumentException("no filter can say '" + where + "', as " + operand + " is "
                + operand.kind().label() + "; make the condition by the methods of the property");
    }

    private static Operand operand(Attribute<?, ?> attribute, Scope scope) {
        ValueKind.of(attribute);
        return new Operand(List.of(scope.step(attribute)), null);
    }

    private static List<Value> constants(Collection<?> values) {
        return values.stream().<Value>map(Noting::constant).toList();
    }

    private static List<Constant> elements(Collection<?> elements) {
        return elements.stream().<Constant>map(Constant::new).toList();
    }

    private static Constant constant(Object value) {
        return new Constant(ValueReader.kept(value));
    }
}
