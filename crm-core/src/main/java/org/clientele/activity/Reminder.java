package org.clientele.activity;

import static org.clientele.property.Traits.label;
import static org.clientele.property.Traits.range;
import static org.clientele.property.Traits.required;

import java.util.Objects;
import org.clientele.property.ItemType;
import org.clientele.property.NumberProperty;
import org.jspecify.annotations.Nullable;

/** Says how long before its due date a task is to be called to mind; a host sends what it sends. Immutable. */
public final class Reminder {

    public static final NumberProperty<Reminder, Integer> MINUTES_BEFORE = NumberProperty.<Reminder>ofInteger(
                    "minutesBefore", Reminder::minutesBefore)
            .with(required(), range(0, Integer.MAX_VALUE), label("Minutes before the due date"));

    /** For properties that hold such items. */
    public static final ItemType<Reminder> TYPE = ItemType.define(
            "reminder",
            values -> new Reminder(Objects.requireNonNullElse(values.get(MINUTES_BEFORE), 0)),
            MINUTES_BEFORE);

    private int minutesBefore;

    /** For persistence. */
    private Reminder() {}

    private Reminder(int minutesBefore) {
        this.minutesBefore = minutesBefore;
    }

    /** A reminder some minutes before the due date, from 0. */
    public static Reminder minutesBefore(int minutes) {
        return new Reminder(minutes);
    }

    public int minutesBefore() {
        return minutesBefore;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reminder item && minutesBefore == item.minutesBefore;
    }

    @Override
    public int hashCode() {
        return minutesBefore;
    }

    @Override
    public String toString() {
        return minutesBefore + " minutes before";
    }
}
