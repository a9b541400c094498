package org.clientele.activity;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/** What somebody answered to an invitation (OroCRM documentation, Calendar events). */
public record Invitation(String id, String label) implements Choice {

    /** No answer yet. */
    public static final Invitation NONE = new Invitation("none", "Not responded");
    /** They come. */
    public static final Invitation ACCEPTED = new Invitation("accepted", "Accepted");
    /** They may come. */
    public static final Invitation TENTATIVE = new Invitation("tentative", "Tentative");
    /** They do not come. */
    public static final Invitation DECLINED = new Invitation("declined", "Declined");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<Invitation> DICTIONARY =
            Dictionary.of("invitation", Invitation::new, NONE, ACCEPTED, TENTATIVE, DECLINED);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Invitation choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
