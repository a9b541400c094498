package org.clientele.contact;

import java.util.Objects;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ItemType;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** A telephone number, as it was given. Immutable. */
public final class PhoneNumber {

    public static final TextProperty<PhoneNumber> PHONE =
            TextProperty.<PhoneNumber>of("phone", PhoneNumber::phone).with(Traits.required(), Traits.maxLength(255));
    public static final BooleanProperty<PhoneNumber> PRIMARY =
            BooleanProperty.<PhoneNumber>of("primary", PhoneNumber::isPrimary);

    /** The digits, by which numbers are found however they are written: those of {@code 11-11-11} are {@code 111111}. */
    public static final TextProperty<PhoneNumber> DIGITS =
            TextProperty.<PhoneNumber>of("digits", PhoneNumber::digits).with(Traits.calculated(), Traits.indexed());

    /** For properties that hold such items. */
    public static final ItemType<PhoneNumber> TYPE = ItemType.define(
                    "phone",
                    values -> new PhoneNumber(
                            Objects.requireNonNullElse(values.get(PHONE), ""),
                            Boolean.TRUE.equals(values.get(PRIMARY))),
                    PHONE,
                    PRIMARY)
            .markedBy(PRIMARY);

    private String phone;

    private @Nullable String digits;

    private boolean primary;

    /** For persistence. */
    private PhoneNumber() {
        this("", false);
    }

    public PhoneNumber(String phone, boolean primary) {
        this.phone = Objects.requireNonNull(phone, "phone");
        this.digits = digits(phone);
        this.primary = primary;
    }

    public String phone() {
        return phone;
    }

    /** The digits of the number as it is written; null when there is none. */
    public @Nullable String digits() {
        return digits;
    }

    private static @Nullable String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : digits;
    }

    /** Whether it is the one to use first; at most one of a record's is. */
    public boolean isPrimary() {
        return primary;
    }

    PhoneNumber asPrimary(boolean newPrimary) {
        return new PhoneNumber(phone, newPrimary);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhoneNumber item && phone.equals(item.phone) && primary == item.primary;
    }

    @Override
    public int hashCode() {
        return Objects.hash(phone, primary);
    }

    @Override
    public String toString() {
        return phone;
    }
}
