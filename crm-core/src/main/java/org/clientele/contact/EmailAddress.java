package org.clientele.contact;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.validation.constraints.Email;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.clientele.property.BooleanProperty;
import org.clientele.property.ItemType;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.jspecify.annotations.Nullable;

/** An e-mail address. Immutable. */
public final class EmailAddress {

    public static final TextProperty<EmailAddress> EMAIL = TextProperty.<EmailAddress>of("email", EmailAddress::email)
            .with(Traits.required(), Traits.maxLength(255), Traits.indexed());
    public static final BooleanProperty<EmailAddress> PRIMARY =
            BooleanProperty.<EmailAddress>of("primary", EmailAddress::isPrimary);

    /** For properties that hold such items. */
    public static final ItemType<EmailAddress> TYPE = ItemType.define(
                    "e-mail",
                    values -> new EmailAddress(
                            Objects.requireNonNullElse(values.get(EMAIL), ""),
                            Boolean.TRUE.equals(values.get(PRIMARY))),
                    EMAIL,
                    PRIMARY)
            .markedBy(PRIMARY);

    @Email
    private String email;

    private boolean primary;

    /** For persistence. */
    private EmailAddress() {
        this("", false);
    }

    public EmailAddress(String email, boolean primary) {
        this.email = Objects.requireNonNull(email, "email");
        this.primary = primary;
    }

    public String email() {
        return email;
    }

    /** Whether it is the one to use first; at most one of a record's is. */
    public boolean isPrimary() {
        return primary;
    }

    /** The addresses as texts. */
    public static Set<String> texts(Collection<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::email).collect(toUnmodifiableSet());
    }

    EmailAddress asPrimary(boolean newPrimary) {
        return new EmailAddress(email, newPrimary);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress item && email.equals(item.email) && primary == item.primary;
    }

    @Override
    public int hashCode() {
        return Objects.hash(email, primary);
    }

    @Override
    public String toString() {
        return email;
    }
}
