package org.clientele.jpa;

import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.Property;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;
import org.jspecify.annotations.Nullable;

/**
 * The expressions by which a statement reads an attribute.
 *
 * @param value the expression; an amount for money, a type's name for a reference to anything
 * @param second what such a value has besides: the currency, the identity
 */
record Term(String value, @Nullable String second) {

    /** An expression that stands alone. */
    static Term of(String value) {
        return new Term(value, null);
    }

    /** An attribute that is mapped under its own name. */
    static Term mapped(Attribute<?, ?> attribute, String alias) {
        if (attribute == CrmRecord.KIND) {
            return of("type(" + alias + ")");
        }
        String path = alias + "." + attribute.name();
        if (attribute instanceof MoneyProperty<?>) {
            return new Term(path + ".amount", path + ".currency");
        }
        return attribute instanceof AnyReferenceProperty<?> ? new Term(path + ".type", path + ".id") : of(path);
    }

    /** Whether every record has it. */
    boolean isAlwaysThere() {
        return value.startsWith("type(") || (value.endsWith(".id") && second == null);
    }

    /** A custom property, or a part of one, as a row of custom values holds it. */
    static Term custom(Attribute<?, ?> attribute, String row) {
        String text = row + ".textValue";
        String number = row + ".numberValue";
        if (attribute instanceof MoneyProperty.Part<?, ?> part) {
            return of(part.part().equals("amount") ? number : text);
        } else if (attribute instanceof MoneyProperty<?>) {
            return new Term(number, text);
        } else if (attribute instanceof AnyReferenceProperty<?>) {
            return new Term(text, row + ".targetId");
        }
        return of(row + "." + CustomValue.attribute((Property<?, ?>) attribute));
    }

    /** The property that an attribute is, or is a part of; null for an attribute of another kind. */
    static @Nullable Property<?, ?> property(Attribute<?, ?> attribute) {
        if (attribute instanceof MoneyProperty.Part<?, ?> part) {
            return part.whole();
        }
        return attribute instanceof Property<?, ?> property ? property : null;
    }

    static boolean isCustom(Attribute<?, ?> attribute) {
        Property<?, ?> property = property(attribute);
        return property != null && property.isCustom();
    }

    static boolean isText(Attribute<?, ?> attribute) {
        return attribute instanceof TextProperty<?> || attribute instanceof SetProperty<?>;
    }

    /** The expression of a text as it is compared; the same as {@link org.clientele.criteria.TextFold}. */
    static String folded(String expression) {
        return "replace(replace(replace(lower(" + expression
                + "), '\u03C2', '\u03C3'), 'i\u0307', 'i'), '\u0131', 'i')";
    }
}
