package org.clientele.commerce;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How far a request for a quote has come for those who answer it (OroCommerce documentation, RFQ Management Flow). */
public record RequestStatus(String id, String label) implements Choice {

    /** It waits for an answer; every new request begins so. */
    public static final RequestStatus OPEN = new RequestStatus("open", "Open");
    /** It was answered. */
    public static final RequestStatus PROCESSED = new RequestStatus("processed", "Processed");
    /** The customer was asked for more. */
    public static final RequestStatus MORE_INFO_REQUESTED =
            new RequestStatus("more_info_requested", "More Information Requested");
    /** It will not be answered. */
    public static final RequestStatus DECLINED = new RequestStatus("declined", "Declined");
    /** The customer took it back. */
    public static final RequestStatus CANCELLED_BY_CUSTOMER =
            new RequestStatus("cancelled_by_customer", "Cancelled By Customer");
    /** It was thrown away, and can be taken out again. */
    public static final RequestStatus DELETED = new RequestStatus("deleted", "Deleted");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<RequestStatus> DICTIONARY = Dictionary.of(
            "request status",
            RequestStatus::new,
            OPEN,
            PROCESSED,
            MORE_INFO_REQUESTED,
            DECLINED,
            CANCELLED_BY_CUSTOMER,
            DELETED);

    /** What the package says of its moves. */
    static final Moves<RequestStatus> MOVES = Moves.<RequestStatus>none()
            .from(OPEN, PROCESSED, MORE_INFO_REQUESTED, DECLINED, CANCELLED_BY_CUSTOMER, DELETED)
            .from(MORE_INFO_REQUESTED, OPEN, CANCELLED_BY_CUSTOMER, DELETED)
            .from(PROCESSED, DELETED)
            .from(DECLINED, OPEN, CANCELLED_BY_CUSTOMER, DELETED)
            .from(CANCELLED_BY_CUSTOMER, OPEN, DELETED)
            .from(DELETED, OPEN, MORE_INFO_REQUESTED, CANCELLED_BY_CUSTOMER);

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
