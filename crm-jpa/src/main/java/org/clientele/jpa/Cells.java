package org.clientele.jpa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** Reads the values of properties out of the cells of a result; a property takes one cell or two. */
final class Cells {

    private Cells() {}

    /** The expressions to select. */
    static List<String> expressions(Term term) {
        List<String> expressions = new ArrayList<>();
        expressions.add(term.value());
        if (term.second() != null) {
            expressions.add(term.second());
        }
        return expressions;
    }

    /** The value that the cells from here on hold; null when they hold none. */
    static <V> @Nullable V read(Property<?, V> property, Term term, @Nullable Object[] cells, int at) {
        Object first = cells[at];
        if (first == null) {
            return null;
        } else if (term.second() == null) {
            return property.fromRaw(exact(property, first));
        }
        Object second = cells[at + 1];
        return second == null ? null : property.fromRaw(pair(first, second));
    }

    private static Object pair(Object first, Object second) {
        return first instanceof BigDecimal amount
                ? new Money(amount.setScale(Money.SCALE), (String) second)
                : new AnyRef((String) first, (UUID) second);
    }

    private static Object exact(Property<?, ?> property, Object raw) {
        if (property instanceof NumberProperty<?, ?> number && raw instanceof BigDecimal decimal) {
            return number.type() == Integer.class
                    ? (Object) decimal.intValueExact()
                    : number.type() == Long.class ? (Object) decimal.longValueExact() : scaled(number, decimal);
        }
        return raw;
    }

    /** The number with the decimals of its property; with all that it has when those are more. */
    static BigDecimal scaled(NumberProperty<?, ?> property, BigDecimal decimal) {
        return decimal.stripTrailingZeros().scale() > property.scale()
                ? decimal.stripTrailingZeros()
                : decimal.setScale(property.scale());
    }
}
