package org.clientele;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientele.criteria.Attribute;
import org.clientele.criteria.Place;
import org.clientele.criteria.Sort;
import org.clientele.model.CrmRecord;
import org.clientele.property.Property;
import org.clientele.value.Characters;
import org.clientele.value.TextForm;
import org.jspecify.annotations.Nullable;

/** A place in an order as a text, which says of which order it is. */
final class PlaceText {

    private PlaceText() {}

    /** The text of the place where a record lies. */
    static <R extends CrmRecord> String of(List<Sort<R>> order, R record) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(order.toString());
        parts.add(record.getId().toString());
        order.forEach(step -> parts.add(text(step.attribute(), record)));
        return TextForm.join(parts);
    }

    /** IllegalArgumentException for a text that is of no place in this order, or that no record can have. */
    static <R extends CrmRecord> Place read(List<Sort<R>> order, String text) {
        try {
            List<@Nullable String> parts = TextForm.split(text);
            if (Characters.areKept(text)
                    && parts.size() == order.size() + 2
                    && order.toString().equals(parts.get(0))) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < order.size(); i++) {
                    values.add(value(order.get(i).attribute(), parts.get(i + 2)));
                }
                return new Place(values, UUID.fromString(String.valueOf(parts.get(1))));
            }
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(refusal(order, text), unreadable);
        }
        throw new IllegalArgumentException(refusal(order, text));
    }

    private static String refusal(List<?> order, String text) {
        return "'" + text + "' is no place in the order " + order
                + "; hand in what a slice of this very order gave as its next, or begin without";
    }

    private static <R, V> @Nullable String text(Attribute<R, V> attribute, R record) {
        V value = attribute.get(record);
        if (value == null) {
            return null;
        }
        return attribute == CrmRecord.ID
                ? value.toString()
                : property(attribute).toText(value);
    }

    private static @Nullable Object value(Attribute<?, ?> attribute, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return attribute == CrmRecord.ID
                ? UUID.fromString(text)
                : property(attribute).fromText(text);
    }

    @SuppressWarnings("unchecked") // the same property
    private static <R, V> Property<R, V> property(Attribute<R, V> attribute) {
        if (attribute instanceof Property<?, ?> property) {
            return (Property<R, V>) property;
        }
        throw new IllegalArgumentException("a result ordered by " + attribute.name()
                + ", which is no property, can not be given in slices; order it by properties, or ask for pages");
    }
}
