package org.clientele.commerce;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How far a quote has come (OroCommerce documentation, Quote Management Flow). */
public record QuoteStatus(String id, String label) implements Choice {

    /** It is being written; every new quote begins so. */
    public static final QuoteStatus DRAFT = new QuoteStatus("draft", "Draft");
    /** The customer has it and may answer. */
    public static final QuoteStatus SENT_TO_CUSTOMER = new QuoteStatus("sent_to_customer", "Sent to Customer");
    /** The customer agreed. */
    public static final QuoteStatus ACCEPTED = new QuoteStatus("accepted", "Accepted");
    /** The customer or the seller said no. */
    public static final QuoteStatus DECLINED = new QuoteStatus("declined", "Declined");
    /** It does not hold any more. */
    public static final QuoteStatus EXPIRED = new QuoteStatus("expired", "Expired");
    /** The seller took it back. */
    public static final QuoteStatus CANCELLED = new QuoteStatus("cancelled", "Cancelled");
    /** It was thrown away, and can be taken out again. */
    public static final QuoteStatus DELETED = new QuoteStatus("deleted", "Deleted");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<QuoteStatus> DICTIONARY = Dictionary.of(
            "quote status", QuoteStatus::new, DRAFT, SENT_TO_CUSTOMER, ACCEPTED, DECLINED, EXPIRED, CANCELLED, DELETED);

    /** What the package says of its moves. */
    static final Moves<QuoteStatus> MOVES = Moves.<QuoteStatus>none()
            .from(DRAFT, SENT_TO_CUSTOMER, DELETED)
            .from(SENT_TO_CUSTOMER, ACCEPTED, DECLINED, EXPIRED, CANCELLED, DELETED)
            .from(ACCEPTED)
            .from(DECLINED)
            .from(EXPIRED)
            .from(CANCELLED)
            .from(DELETED, DRAFT);

    @Override
    public boolean equals(Object other) {
        return other instanceof QuoteStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
