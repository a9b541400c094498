package org.clientele.commerce;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How far an order has come for those who fulfil it (OroCommerce documentation, Order internal statuses). */
public record OrderStatus(String id, String label) implements Choice {

    /** It is being worked on; every new order begins so. */
    public static final OrderStatus OPEN = new OrderStatus("open", "Open");
    /** It will not be fulfilled. */
    public static final OrderStatus CANCELLED = new OrderStatus("cancelled", "Cancelled");
    /** It is on the way, or there. */
    public static final OrderStatus SHIPPED = new OrderStatus("shipped", "Shipped");
    /** There is nothing left to do. */
    public static final OrderStatus CLOSED = new OrderStatus("closed", "Closed");
    /** It is kept as history. */
    public static final OrderStatus ARCHIVED = new OrderStatus("archived", "Archived");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<OrderStatus> DICTIONARY =
            Dictionary.of("order status", OrderStatus::new, OPEN, CANCELLED, SHIPPED, CLOSED, ARCHIVED);

    /** What the package says of its moves. */
    static final Moves<OrderStatus> MOVES = Moves.<OrderStatus>none()
            .from(OPEN, CANCELLED, SHIPPED, CLOSED)
            .from(CANCELLED, CLOSED)
            .from(SHIPPED, CLOSED)
            .from(CLOSED, ARCHIVED)
            .from(ARCHIVED);

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
