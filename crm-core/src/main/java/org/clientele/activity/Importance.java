package org.clientele.activity;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/** How important the sender of an e-mail took it to be (OroCRM documentation, Emails). */
public record Importance(String id, String label) implements Choice {

    /** It can wait. */
    public static final Importance LOW = new Importance("low", "Low");
    /** What an e-mail is unless another is given. */
    public static final Importance NORMAL = new Importance("normal", "Normal");
    /** It can not wait. */
    public static final Importance HIGH = new Importance("high", "High");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<Importance> DICTIONARY =
            Dictionary.of("importance", Importance::new, LOW, NORMAL, HIGH);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Importance choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
