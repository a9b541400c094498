package org.clientele.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.clientele.criteria.Criterion.Match;
import org.clientele.criteria.Criterion.Operator;
import org.clientele.model.EntityType;
import org.clientele.property.Property;

/** A part of a filter: what was read of a text, or noted of a condition. */
sealed interface Clause {

    /** Every part holds. */
    record All(List<Clause> parts) implements Clause {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Any(List<Clause> parts) implements Clause {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Opposite(Clause part) implements Clause {}

    /** Something is asked about a value. */
    record Asked(Operand operand, Demand demand) implements Clause {}

    /** At least one record of a type points to this one by a property and meets the rest. */
    record Pointed(EntityType<?> holder, Property<?, ?> by, Clause where) implements Clause {}

    /** The record is of one of these very types. */
    record OfKind(List<EntityType<?>> types) implements Clause {
        public OfKind {
            types = List.copyOf(types);
        }
    }

    /** What is asked about a value; all but {@link Blank} fail where there is none. */
    sealed interface Demand {}

    /** There is none. */
    record Blank() implements Demand {}

    /** The text has this part, ignoring case. */
    record Matched(Match match, String text) implements Demand {}

    /** The text is one of these, ignoring case. */
    record OneText(List<String> texts) implements Demand {
        public OneText {
            texts = List.copyOf(texts);
        }
    }

    /** The value is one of these. */
    record OneOf(List<Value> values) implements Demand {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The value stands in this order to another. */
    record Compared(Operator operator, Value to) implements Demand {}

    /** The value is between these two, both included. */
    record Between(Value least, Value greatest) implements Demand {}

    /** The date or time is in this period. */
    record In(Value.Span span) implements Demand {}

    /** The collection has at least one of these elements. */
    record Has(List<Value.Constant> elements) implements Demand {
        public Has {
            elements = List.copyOf(elements);
        }
    }

    /** At least one item, or one record pointed to, meets the rest. */
    record Some(Clause where) implements Demand {}

    /** Every part; those that are such clauses themselves are put in with their parts. */
    static Clause all(List<? extends Clause> parts) {
        List<Clause> flat = new ArrayList<>();
        Deque<Clause> waiting = new ArrayDeque<>(parts);
        while (!waiting.isEmpty()) {
            Clause part = waiting.pop();
            if (part instanceof All all) {
                prepend(all.parts, waiting);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new All(flat);
    }

    /** At least one part; those that are such clauses themselves are put in with their parts. */
    static Clause any(List<? extends Clause> parts) {
        List<Clause> flat = new ArrayList<>();
        Deque<Clause> waiting = new ArrayDeque<>(parts);
        while (!waiting.isEmpty()) {
            Clause part = waiting.pop();
            if (part instanceof Any any) {
                prepend(any.parts, waiting);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Any(flat);
    }

    private static void prepend(List<Clause> parts, Deque<Clause> waiting) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            waiting.push(parts.get(i));
        }
    }

    /** The opposite, which is not written twice. */
    static Clause opposite(Clause part) {
        return part instanceof Opposite opposite ? opposite.part : new Opposite(part);
    }
}
