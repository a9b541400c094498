package org.clientele.contact;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How a contact likes to be reached. */
public record ContactMethod(String id, String label) implements Choice {

    /** By telephone. */
    public static final ContactMethod PHONE = new ContactMethod("phone", "Phone");
    /** By e-mail. */
    public static final ContactMethod EMAIL = new ContactMethod("email", "Email");
    /** By letter. */
    public static final ContactMethod MAIL = new ContactMethod("mail", "Mail");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<ContactMethod> DICTIONARY =
            Dictionary.of("contact method", ContactMethod::new, PHONE, EMAIL, MAIL);

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactMethod choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
