package org.clientele.contact;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** Male or female, as the reference knows it (OroCRM documentation, Contacts). */
public record Gender(String id, String label) implements Choice {

    /** A man. */
    public static final Gender MALE = new Gender("male", "Male");
    /** A woman. */
    public static final Gender FEMALE = new Gender("female", "Female");

    /**
     * The values that come with the library; a host may add to them by {@code config.choices(...)}. Imports read m and f too
     * (OroCRM documentation, Import: contacts).
     */
    public static final Dictionary<Gender> DICTIONARY =
            Dictionary.of("gender", Gender::new, MALE, FEMALE).alias("m", MALE).alias("f", FEMALE);

    @Override
    public boolean equals(Object other) {
        return other instanceof Gender choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
