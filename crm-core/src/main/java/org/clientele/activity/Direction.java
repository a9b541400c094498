package org.clientele.activity;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;
import org.jspecify.annotations.Nullable;

/** From whom a contact came (OroCRM documentation, Calls: direction). */
public record Direction(String id, String label) implements Choice {

    /** From the customer to us. */
    public static final Direction INCOMING = new Direction("incoming", "Incoming");
    /** From us to the customer. */
    public static final Direction OUTGOING = new Direction("outgoing", "Outgoing");

    /** Both directions; there are no others. */
    public static final Dictionary<Direction> DICTIONARY =
            Dictionary.of("direction", Direction::new, INCOMING, OUTGOING);

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Direction choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
