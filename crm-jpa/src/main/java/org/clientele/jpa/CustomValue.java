package org.clientele.jpa;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.clientele.property.BooleanProperty;
import org.clientele.property.DateProperty;
import org.clientele.property.InstantProperty;
import org.clientele.property.MoneyProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.Property;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.ReferenceSetProperty;
import org.clientele.value.AnyRef;
import org.clientele.value.Money;
import org.jspecify.annotations.Nullable;

/** One value of a custom property of one record, or one element of a set; the property's kind says which column holds it. */
@SuppressWarnings("UnusedVariable") // queries read the fields
final class CustomValue {

    /** The entity's name in queries. */
    static final String ENTITY = "CrmCustomValue";

    private Key id;
    private @Nullable String textValue;
    private @Nullable BigDecimal numberValue;
    private @Nullable LocalDate dateValue;
    private @Nullable Instant timeValue;
    private @Nullable Boolean flagValue;
    private @Nullable UUID targetId;

    /** Which record, which property, and the place in a set, from 0. */
    public record Key(UUID recordId, String name, int itemIndex) {}

    /** For persistence. */
    @SuppressWarnings("NullAway.Init")
    CustomValue() {}

    /** A row for a value in the form in which a column holds it; money and references to anything take two columns. */
    CustomValue(UUID record, String name, int itemIndex, Object raw) {
        this.id = new Key(record, name, itemIndex);
        if (raw instanceof String text) {
            textValue = text;
        } else if (raw instanceof Number number) {
            numberValue = number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
        } else if (raw instanceof Money money) {
            numberValue = money.amount();
            textValue = money.currency();
        } else if (raw instanceof LocalDate date) {
            dateValue = date;
        } else if (raw instanceof Instant time) {
            timeValue = time;
        } else if (raw instanceof Boolean flag) {
            flagValue = flag;
        } else if (raw instanceof UUID target) {
            targetId = target;
        } else if (raw instanceof AnyRef ref) {
            textValue = ref.type();
            targetId = ref.id();
        } else {
            throw new IllegalArgumentException(
                    "no column holds a " + raw.getClass().getName());
        }
    }

    /** The attribute that holds the values of a property, or the first of two. */
    static String attribute(Property<?, ?> property) {
        if (property instanceof NumberProperty<?, ?> || property instanceof MoneyProperty<?>) {
            return "numberValue";
        } else if (property instanceof DateProperty<?>) {
            return "dateValue";
        } else if (property instanceof InstantProperty<?>) {
            return "timeValue";
        } else if (property instanceof BooleanProperty<?>) {
            return "flagValue";
        }
        return property instanceof ReferenceProperty<?, ?> || property instanceof ReferenceSetProperty<?, ?>
                ? "targetId"
                : "textValue";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomValue value && id.equals(value.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
