package org.clientele.sales;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** Why an opportunity was closed. */
public record CloseReason(String id, String label) implements Choice {

    /** Somebody else got it. */
    public static final CloseReason OUTSOLD = new CloseReason("outsold", "Outsold");
    /** It was won. */
    public static final CloseReason WON = new CloseReason("won", "Won");
    /** It was given up. */
    public static final CloseReason CANCELLED = new CloseReason("cancelled", "Cancelled");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<CloseReason> DICTIONARY =
            Dictionary.of("close reason", CloseReason::new, OUTSOLD, WON, CANCELLED);

    /** Whether it can be why an opportunity has come to this status: what is open was closed for no reason. */
    boolean fits(OpportunityStatus status) {
        return status.isClosed() && equals(WON) == status.equals(OpportunityStatus.WON);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CloseReason choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
