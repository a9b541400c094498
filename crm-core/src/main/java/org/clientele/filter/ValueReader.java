package org.clientele.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.clientele.criteria.Criterion.CalendarPart;
import org.clientele.criteria.Relation;
import org.clientele.filter.Value.Constant;
import org.clientele.model.EntityType;
import org.clientele.model.Schema;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.CollectionProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.value.Choice;
import org.clientele.value.DateUnit;
import org.clientele.value.Dictionary;
import org.clientele.value.Money;

/** Reads values of the kind that an operand has. */
final class ValueReader {

    private final Cursor cursor;
    private final Schema schema;
    private final TimeReader times;

    ValueReader(Cursor cursor, Schema schema) {
        this.cursor = cursor;
        this.schema = schema;
        this.times = new TimeReader(cursor);
    }

    /** Values within brackets, parted by commas. */
    <T> List<T> list(Function<Operand, T> one, Operand operand) {
        cursor.expect("[", "a list");
        List<T> values = new ArrayList<>();
        while (!cursor.peek().is("]")) {
            values.add(one.apply(operand));
            if (!cursor.takes(",") && !cursor.peek().is("]")) {
                throw cursor.refuse("a list goes on with ',' or ends with ']', and there is " + cursor.peek()
                        + "; write one of them");
            }
        }
        cursor.take();
        return values;
    }

    /** A text in double quotes. */
    String text(Operand operand) {
        return quoted(operand, "a text in double quotes").text();
    }

    private Token quoted(Operand operand, String wanted) {
        if (!cursor.peek().is(Token.Kind.TEXT)) {
            throw mismatch(operand, wanted);
        }
        return cursor.take();
    }

    private FilterException mismatch(Operand operand, String wanted) {
        return cursor.refuse(operand + " is " + operand.kind().label() + ", and " + cursor.peek()
                + " is no value of it; write " + wanted);
    }

    Value.Span span() {
        return times.span();
    }

    /** An element of a collection. */
    Constant element(Operand operand) {
        CollectionProperty<?, ?, ?> collection = (CollectionProperty<?, ?, ?>) operand.attribute();
        Token token = quoted(
                operand,
                operand.kind() == ValueKind.REFERENCES ? "an identity in double quotes" : "a text in double quotes");
        return operand.kind() == ValueKind.REFERENCES
                ? identity(token, operand, collection::elementFromText)
                : constant(token, operand, collection::elementFromText);
    }

    /** One value. */
    Value value(Operand operand) {
        return switch (operand.kind()) {
            case NUMBER -> number(operand);
            case DAY, TIME -> temporal(operand);
            case PART -> part(operand);
            case FLAG -> flag(operand);
            case CHOICE -> choice(operand, (ChoiceProperty<?, ?>) operand.attribute());
            case MONEY -> money(operand);
            case IDENTITY -> identity(operand, UUID::fromString);
            case REFERENCE -> identity(operand, ((Property<?, ?>) operand.attribute())::fromText);
            case ANYTHING ->
                constant(
                        quoted(operand, "\"type/identity\""),
                        operand,
                        ((Property<?, ?>) operand.attribute())::fromText);
            case TEXT, TEXTS, REFERENCES, ITEMS -> new Constant(text(operand));
        };
    }

    /** What makes values of texts may be a host's, and may stumble over a text in any way. */
    private static Constant constant(Token token, Operand operand, Function<String, ?> reading) {
        try {
            return new Constant(reading.apply(token.text()));
        } catch (RuntimeException none) {
            throw new FilterException(
                    token.at(),
                    token + " is no value of " + operand + ", which is "
                            + operand.kind().label() + ": " + none.getMessage());
        }
    }

    private Constant identity(Operand operand, Function<String, ?> reading) {
        return identity(quoted(operand, "an identity in double quotes"), operand, reading);
    }

    private Constant identity(Token token, Operand operand, Function<String, ?> reading) {
        return constant(token, operand, text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException none) {
                throw new IllegalArgumentException("write the identity" + orByName(token, operand), none);
            }
        });
    }

    /** How to ask for the record by its name, where a reference leads to records that have one. */
    private String orByName(Token token, Operand operand) {
        for (EntityType<?> type : schema.types()) {
            if (operand.kind() == ValueKind.REFERENCE
                    && operand.attribute() instanceof Relation<?, ?, ?> relation
                    && relation.target() == type.recordClass()
                    && type.nameProperty().isPresent()) {
                return ", or " + operand + "." + type.nameProperty().get().name() + " is " + Words.text(token.text());
            }
        }
        return "";
    }

    private Token digits(Operand operand, String wanted) {
        boolean isNegative = cursor.peek().is("-") && cursor.second().is(Token.Kind.NUMBER);
        Token first = isNegative ? cursor.take() : cursor.peek();
        if (!cursor.peek().is(Token.Kind.NUMBER)) {
            throw mismatch(operand, wanted);
        }
        String text = cursor.take().text();
        return new Token(Token.Kind.NUMBER, isNegative ? "-" + text : text, first.at());
    }

    private Constant number(Operand operand) {
        Token digits = digits(operand, "digits, as 12.5");
        if (!(operand.attribute() instanceof NumberProperty<?, ?> property)) {
            return new Constant(new BigDecimal(digits.text()));
        }
        if (property.isPercent() && cursor.takes("%")) {
            return constant(
                    digits,
                    operand,
                    text -> exact(
                            property, new BigDecimal(text).movePointLeft(2).toPlainString()));
        }
        return constant(digits, operand, text -> exact(property, text));
    }

    private static <N extends Number & Comparable<N>> Number exact(NumberProperty<?, N> property, String text) {
        return property.exact(property.fromText(text));
    }

    private Constant money(Operand operand) {
        Token digits = digits(operand, "an amount and a currency, as 12.50 USD");
        if (!cursor.peek().is(Token.Kind.WORD)) {
            throw cursor.refuse(
                    cursor.peek() + " is no currency; write an ISO 4217 code after the amount, as 12.50 USD");
        }
        String currency = cursor.take().text();
        return constant(digits, operand, amount -> Money.of(amount, currency));
    }

    private Value temporal(Operand operand) {
        boolean isTime = operand.kind() == ValueKind.TIME;
        Property<?, ?> property = (Property<?, ?>) operand.attribute();
        Token token = cursor.peek();
        if (token.is(Token.Kind.DAY)) {
            return constant(cursor.take(), operand, LocalDate::parse);
        } else if (token.is(Token.Kind.TEXT) || (isTime && token.is(Token.Kind.TIME))) {
            return constant(cursor.take(), operand, text -> kept(property.fromText(text)));
        }
        Optional<Value.Moment> moment = times.moment();
        return moment.orElseThrow(() -> mismatch(
                operand,
                "a date as 2026-01-31, " + (isTime ? "a time as 2026-01-31T09:30:00Z, " : "")
                        + "now, today or start of month, shifted as in today - 30 days"));
    }

    /** A time as stores keep it. */
    static Object kept(Object value) {
        return value instanceof Instant time ? time.truncatedTo(ChronoUnit.MICROS) : value;
    }

    private Value part(Operand operand) {
        boolean isMonth = operand.part() == CalendarPart.MONTH;
        String wanted = isMonth ? "1 to 12, or this month" : "1 to 31, or this day";
        Token token = cursor.peek();
        if (!token.is(Token.Kind.NUMBER)) {
            if (!token.is("this") && !token.is("last") && !token.is("next") && !token.is("today")) {
                throw mismatch(operand, wanted);
            }
            Value.Span span = times.span();
            if (span.unit() != (isMonth ? DateUnit.MONTH : DateUnit.DAY)) {
                throw new FilterException(
                        token.at(),
                        span + " is no " + Operand.word(isMonth ? CalendarPart.MONTH : CalendarPart.DAY_OF_MONTH)
                                + "; write " + wanted);
            }
            return span;
        }
        int most = isMonth ? 12 : 31;
        if (!token.text().matches("[0-9]{1,2}")
                || Integer.parseInt(token.text()) < 1
                || Integer.parseInt(token.text()) > most) {
            throw mismatch(operand, wanted);
        }
        return new Constant(Integer.valueOf(cursor.take().text()));
    }

    private Constant flag(Operand operand) {
        if (cursor.takes("true")) {
            return new Constant(true);
        } else if (cursor.takes("false")) {
            return new Constant(false);
        }
        throw mismatch(operand, "true or false");
    }

    /** A word must be known; in quotes stands what no dictionary needs to know any more. */
    private <C extends Choice> Constant choice(Operand operand, ChoiceProperty<?, C> property) {
        Dictionary<C> dictionary = schema.dictionary(property);
        Token token = cursor.peek();
        if (token.is(Token.Kind.TEXT)) {
            return constant(cursor.take(), operand, dictionary::get);
        } else if (!token.is(Token.Kind.WORD)) {
            throw mismatch(operand, "one of " + dictionary);
        }
        C choice = dictionary
                .find(token.text())
                .orElseThrow(() -> cursor.refuse(token + " is no " + dictionary.name() + "; "
                        + Suggestion.of(
                                token.text(),
                                dictionary.values().stream().map(Choice::id).toList())));
        cursor.take();
        return new Constant(choice);
    }
}
