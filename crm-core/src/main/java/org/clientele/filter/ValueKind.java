package org.clientele.filter;

import org.clientele.criteria.Attribute;
import org.clientele.model.CrmRecord;
import org.clientele.property.AnyReferenceProperty;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ChoiceProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.IdProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.ItemsProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.property.SetProperty;
import org.clientele.property.TextProperty;

/** What kind of value is asked about, and how one can ask about it. */
enum ValueKind {
    /** A text. */
    TEXT("a text", "contains, starts with, ends with, is, is any of, is exactly"),
    /** A number. */
    NUMBER("a number", "is, is any of, less than, at most, greater than, at least, between"),
    /** A day. */
    DAY("a date", "is, is any of, before, until, after, from, between, in"),
    /** A point in time. */
    TIME("a time", "is, is any of, before, until, after, from, between, in"),
    /** The month or the day of a date. */
    PART("a part of a date", "is, is any of"),
    /** True or false. */
    FLAG("yes or no", "is yes, is no, is exactly"),
    /** A value of a dictionary. */
    CHOICE("a choice", "is, is any of"),
    /** An amount in a currency. */
    MONEY("money", "is, is any of, less than, at most, greater than, at least, between"),
    /** An identity. */
    IDENTITY("an identity", "is, is any of"),
    /** A reference to one record. */
    REFERENCE("a reference", "is, is any of, with (...)"),
    /** A reference to one record of any type. */
    ANYTHING("a reference to anything", "is, is any of"),
    /** A set of texts. */
    TEXTS("a set of texts", "has, has any of, has none of"),
    /** A set of references. */
    REFERENCES("a set of references", "has, has any of, has none of, any (...)"),
    /** A list of owned items. */
    ITEMS("a list", "any (...), has, has any of, has none of");

    private final String label;
    private final String operators;

    ValueKind(String label, String operators) {
        this.label = label;
        this.operators = operators;
    }

    /** What a person calls it. */
    String label() {
        return label;
    }

    /** The words that ask about it, for messages. */
    String operators() {
        return this == PART ? operators : operators + ", is blank or is present";
    }

    boolean isCollection() {
        return this == TEXTS || this == REFERENCES || this == ITEMS;
    }

    /** Whether the values of the kind are asked for their order. */
    boolean isOrdered() {
        return this == NUMBER || this == MONEY || isTemporal();
    }

    boolean isTemporal() {
        return this == DAY || this == TIME;
    }

    /** The kind of an attribute's values; IllegalArgumentException for an attribute that no text can name. */
    static ValueKind of(Attribute<?, ?> attribute) {
        if (attribute instanceof TextProperty<?>) {
            return TEXT;
        } else if (attribute instanceof NumberProperty<?, ?>) {
            return NUMBER;
        } else if (attribute instanceof DateProperty<?>) {
            return DAY;
        } else if (attribute instanceof InstantProperty<?>) {
            return TIME;
        } else if (attribute instanceof BooleanProperty<?>) {
            return FLAG;
        } else if (attribute instanceof ChoiceProperty<?, ?>) {
            return CHOICE;
        } else if (attribute instanceof MoneyProperty<?>) {
            return MONEY;
        } else if (attribute instanceof MoneyProperty.Part<?, ?> part) {
            return part.part().equals("amount") ? NUMBER : TEXT;
        }
        return ofPointing(attribute);
    }

    private static ValueKind ofPointing(Attribute<?, ?> attribute) {
        if (attribute instanceof ReferenceProperty<?, ?>) {
            return REFERENCE;
        } else if (attribute instanceof AnyReferenceProperty<?>) {
            return ANYTHING;
        } else if (attribute instanceof IdProperty<?> || attribute == CrmRecord.ID) {
            return IDENTITY;
        } else if (attribute instanceof SetProperty<?>) {
            return TEXTS;
        } else if (attribute instanceof ReferenceSetProperty<?, ?>) {
            return REFERENCES;
        } else if (attribute instanceof ItemsProperty<?, ?>) {
            return ITEMS;
        }
        throw new IllegalArgumentException(
                attribute.name() + " can not be written in a filter; ask about a property of the type");
    }
}
