package org.clientele.contact;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** Where a contact came from. */
public record ContactSource(String id, String label) implements Choice {

    /** By telephone. */
    public static final ContactSource CALL = new ContactSource("call", "Phone Call");
    /** By television. */
    public static final ContactSource TV = new ContactSource("tv", "TV");
    /** By a website. */
    public static final ContactSource WEBSITE = new ContactSource("website", "Website");
    /** By other ways. */
    public static final ContactSource OTHER = new ContactSource("other", "Other");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<ContactSource> DICTIONARY =
            Dictionary.of("contact source", ContactSource::new, CALL, TV, WEBSITE, OTHER);

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactSource choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
