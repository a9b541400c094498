package org.clientele.filter;

import java.util.ArrayList;
import java.util.List;
import org.clientele.criteria.Criterion.CalendarPart;
import org.clientele.criteria.Relation;
import org.clientele.filter.Clause.Asked;
import org.clientele.model.EntityType;
import org.clientele.model.Reference;
import org.clientele.model.Schema;
import org.clientele.property.DateProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;

/** Reads a filter's text: what binds most is read last. For one text. */
final class ClauseReader {

    private final Cursor cursor;
    private final Schema schema;
    private final DemandReader demands;

    private ClauseReader(Cursor cursor, Schema schema) {
        this.cursor = cursor;
        this.schema = schema;
        this.demands = new DemandReader(cursor, new ValueReader(cursor, schema));
    }

    /** The clause that is the whole text. */
    static Clause read(Schema schema, EntityType<?> type, String text) {
        Cursor cursor = new Cursor(Lexer.read(text));
        Clause clause = new ClauseReader(cursor, schema).either(Scope.of(schema, type));
        if (!cursor.peek().is(Token.Kind.END)) {
            throw cursor.refuse("the filter goes on with " + cursor.peek() + "; join conditions by and or by or");
        }
        return clause;
    }

    private Clause either(Scope scope) {
        List<Clause> parts = new ArrayList<>();
        do {
            parts.add(both(scope));
        } while (cursor.takes("or"));
        return Clause.any(parts);
    }

    private Clause both(Scope scope) {
        List<Clause> parts = new ArrayList<>();
        do {
            parts.add(one(scope));
        } while (cursor.takes("and"));
        return Clause.all(parts);
    }

    private Clause one(Scope scope) {
        if (cursor.takes("not")) {
            cursor.enter();
            Clause part = one(scope);
            cursor.leave();
            return Clause.opposite(part);
        } else if (cursor.peek().is("(")) {
            return within(scope);
        } else if (cursor.takes("always")) {
            return new Clause.All(List.of());
        } else if (cursor.takes("never")) {
            return new Clause.Any(List.of());
        } else if (cursor.peek().is("has")) {
            return pointed(scope);
        } else if (cursor.peek().is("is")) {
            return kind(scope);
        }
        return asked(scope);
    }

    /** What stands in brackets. */
    private Clause within(Scope scope) {
        cursor.enter();
        cursor.expect("(", "a condition on others");
        Clause within = either(scope);
        cursor.expect(")", "what stands in brackets");
        cursor.leave();
        return within;
    }

    private Clause pointed(Scope scope) {
        Token has = cursor.take();
        EntityType<?> type = scope.type();
        if (type == null) {
            throw new FilterException(has.at(), "nothing points to an item; ask about its properties");
        }
        EntityType<?> holder = scope.typeNamed(cursor.name("entity"));
        cursor.expect("by", "has " + holder);
        Token name = cursor.name("property");
        Scope held = Scope.of(schema, holder);
        if (!(held.own(name).attribute() instanceof Property<?, ?> by) || !leadsTo(by, type)) {
            throw new FilterException(
                    name.at(), holder + "." + name.text() + " points to no " + type + "; name a reference that does");
        }
        return new Clause.Pointed(holder, by, cursor.takes("with") ? within(held) : new Clause.All(List.of()));
    }

    private static boolean leadsTo(Property<?, ?> by, EntityType<?> type) {
        Class<?> asked = type.recordClass();
        return by instanceof Relation<?, ?, ?> relation
                ? relation.target().isAssignableFrom(asked) || asked.isAssignableFrom(relation.target())
                : Reference.isBy(by);
    }

    private Clause kind(Scope scope) {
        Token is = cursor.take();
        boolean isNot = cursor.takes("not");
        if (!cursor.takes("a") && !cursor.takes("an")) {
            throw cursor.refuse(
                    "is needs the name of a property before it, or a kind of record after it, as in is a contact;"
                            + " write one of them");
        } else if (scope.type() == null) {
            throw new FilterException(is.at(), "items are of one kind; ask about their properties");
        }
        List<EntityType<?>> types = new ArrayList<>();
        if (cursor.takes("[")) {
            while (!cursor.takes("]")) {
                types.add(scope.typeNamed(cursor.name("entity")));
                if (!cursor.takes(",") && !cursor.peek().is("]")) {
                    throw cursor.refuse("a list goes on with ',' or ends with ']', and there is " + cursor.peek()
                            + "; write one of them");
                }
            }
        } else {
            types.add(scope.typeNamed(cursor.name("entity")));
        }
        Clause kind = new Clause.OfKind(types);
        return isNot ? Clause.opposite(kind) : kind;
    }

    private Clause asked(Scope scope) {
        Operand operand = operand(scope);
        Clause asked = asked(operand);
        for (int hops = operand.steps().size() - 1; hops > 0; hops--) {
            cursor.leave();
        }
        return asked;
    }

    private Clause asked(Operand operand) {
        boolean isOne = operand.kind() == ValueKind.REFERENCE && cursor.takes("with");
        boolean isAny = operand.kind().isCollection() && operand.kind() != ValueKind.TEXTS && cursor.takes("any");
        if (isOne || isAny) {
            return new Asked(operand, new Clause.Some(within(beyond(operand))));
        }
        return demands.read(operand);
    }

    private Scope beyond(Operand operand) {
        return operand.attribute() instanceof ItemsProperty<?, ?> items
                ? Scope.of(schema, items.items())
                : target((Relation<?, ?, ?>) operand.attribute());
    }

    private Scope target(Relation<?, ?, ?> relation) {
        return Scope.of(schema, schema.type(relation.target()));
    }

    private Operand operand(Scope begin) {
        List<Step> steps = new ArrayList<>();
        Scope scope = begin;
        while (true) {
            Step step = step(scope);
            Token dot = cursor.peek();
            if (!cursor.takes(".")) {
                steps.add(step);
                return new Operand(steps, null);
            } else if (step.attribute() instanceof ReferenceProperty<?, ?> reference) {
                cursor.enter();
                steps.add(step);
                scope = target(reference);
            } else if (step.attribute() instanceof MoneyProperty<?> money) {
                boolean isAmount = part("amount", "currency", money);
                steps.add(new Step(step.of(), step.classes(), isAmount ? money.amount() : money.currency()));
                return new Operand(steps, null);
            } else if (step.attribute() instanceof DateProperty<?> date) {
                steps.add(step);
                return new Operand(steps, part("month", "day", date) ? CalendarPart.MONTH : CalendarPart.DAY_OF_MONTH);
            } else {
                throw new FilterException(
                        dot.at(),
                        step + " is " + ValueKind.of(step.attribute()).label()
                                + ", and only a reference leads on to other properties; leave out the dot and what follows");
            }
        }
    }

    private boolean part(String first, String second, Property<?, ?> of) {
        if (!cursor.peek().is(first) && !cursor.peek().is(second)) {
            throw cursor.refuse(cursor.peek() + " is no part of " + of + "; write " + first + " or " + second);
        }
        return cursor.take().is(first);
    }

    private Step step(Scope scope) {
        Token name = cursor.name("property");
        return cursor.takes(":") ? scope.below(name, cursor.name("property")) : scope.own(name);
    }
}
