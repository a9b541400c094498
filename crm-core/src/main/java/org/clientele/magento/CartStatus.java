package org.clientele.magento;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/**
 * What became of a cart (OroCRM documentation, Magento: carts). A cart that is not closed may go to any status; a closed one
 * may only be opened again. Statuses that a host adds by {@code config.choices(Cart.STATUS, ...)}, such as "contacted", are
 * not closed.
 */
public record CartStatus(String id, String label) implements Choice {

    /** The customer is still choosing; every new cart begins so. */
    public static final CartStatus OPEN = new CartStatus("open", "Open");
    /** The customer will not buy. */
    public static final CartStatus LOST = new CartStatus("lost", "Lost");
    /** Somebody sells by hand what is in it. */
    public static final CartStatus CONVERTED_TO_OPPORTUNITY =
            new CartStatus("converted_to_opportunity", "Converted to opportunity");
    /** The shop gave it up. */
    public static final CartStatus EXPIRED = new CartStatus("expired", "Expired");
    /** It became an order. */
    public static final CartStatus PURCHASED = new CartStatus("purchased", "Purchased");

    /** The statuses that come with the library. */
    public static final Dictionary<CartStatus> DICTIONARY =
            Dictionary.of("cart status", CartStatus::new, OPEN, LOST, CONVERTED_TO_OPPORTUNITY, EXPIRED, PURCHASED);

    /** Whether nothing more is expected of such a cart. */
    public boolean isClosed() {
        return equals(LOST) || equals(CONVERTED_TO_OPPORTUNITY) || equals(EXPIRED) || equals(PURCHASED);
    }

    /** Whether a cart may go from this status to another. */
    public boolean mayBecome(CartStatus next) {
        return !isClosed() || next.equals(OPEN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CartStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
