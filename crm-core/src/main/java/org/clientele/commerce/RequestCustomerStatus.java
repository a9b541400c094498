package org.clientele.commerce;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How far a request for a quote has come for the customer who made it (OroCommerce documentation, RFQ Submission Flow). */
public record RequestCustomerStatus(String id, String label) implements Choice {

    /** It was handed in; every new request begins so. */
    public static final RequestCustomerStatus SUBMITTED = new RequestCustomerStatus("submitted", "Submitted");
    /** Somebody at the customer is still to agree to it. */
    public static final RequestCustomerStatus PENDING_APPROVAL =
            new RequestCustomerStatus("pending_approval", "Pending Approval");
    /** The customer is to say more. */
    public static final RequestCustomerStatus REQUIRES_ATTENTION =
            new RequestCustomerStatus("requires_attention", "Requires Attention");
    /** It was taken back or declined. */
    public static final RequestCustomerStatus CANCELLED = new RequestCustomerStatus("cancelled", "Cancelled");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<RequestCustomerStatus> DICTIONARY = Dictionary.of(
            "request customer status",
            RequestCustomerStatus::new,
            SUBMITTED,
            PENDING_APPROVAL,
            REQUIRES_ATTENTION,
            CANCELLED);

    /** What the package says of its moves. */
    static final Moves<RequestCustomerStatus> MOVES = Moves.<RequestCustomerStatus>none()
            .from(SUBMITTED, REQUIRES_ATTENTION, CANCELLED)
            .from(PENDING_APPROVAL, SUBMITTED, REQUIRES_ATTENTION, CANCELLED)
            .from(REQUIRES_ATTENTION, SUBMITTED, CANCELLED)
            .from(CANCELLED, SUBMITTED);

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestCustomerStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
