package org.clientele.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.clientele.model.Schema;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.CollectionProperty;
import org.clientele.property.NumberProperty;
import org.clientele.value.Choice;

/** Writes values as they are read back. */
final class ValueWriter {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

    private final Schema schema;

    ValueWriter(Schema schema) {
        this.schema = schema;
    }

    String write(Operand operand, Value value) {
        return value instanceof Value.Constant constant ? constant(operand, constant.value()) : value.toString();
    }

    private String constant(Operand operand, Object value) {
        return switch (operand.kind()) {
            case NUMBER -> number(operand, new BigDecimal(value.toString()));
            case DAY, TIME -> temporal(value);
            case PART, FLAG, MONEY -> value.toString();
            case CHOICE -> choice((ChoiceProperty<?, ?>) operand.attribute(), (Choice) value);
            case TEXT, IDENTITY, REFERENCE, ANYTHING -> Words.text(value.toString());
            case TEXTS, REFERENCES, ITEMS ->
                Words.text(element((CollectionProperty<?, ?, ?>) operand.attribute(), value));
        };
    }

    private static String number(Operand operand, BigDecimal number) {
        boolean isPercent = operand.attribute() instanceof NumberProperty<?, ?> property && property.isPercent();
        BigDecimal shown = isPercent ? number.movePointRight(2) : number;
        return (shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString()) + (isPercent ? "%" : "");
    }

    private static String temporal(Object value) {
        String text = value.toString();
        boolean isLiteral = (value instanceof LocalDate && DAY.matcher(text).matches())
                || (value instanceof Instant && TIME.matcher(text).matches());
        return isLiteral ? text : Words.text(text);
    }

    /** What no dictionary knows stands in quotes. */
    private String choice(ChoiceProperty<?, ?> property, Choice value) {
        boolean isKnown = schema.dictionary(property).find(value.id()).isPresent();
        return isKnown && Words.isWord(value.id()) ? value.id() : Words.text(value.id());
    }

    @SuppressWarnings("unchecked") // the value is an element of the collection
    private static <E> String element(CollectionProperty<?, E, ?> collection, Object value) {
        return collection.elementToText((E) value);
    }
}
