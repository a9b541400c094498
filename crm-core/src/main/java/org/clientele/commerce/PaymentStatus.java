package org.clientele.commerce;

import org.clientele.value.Choice;
import org.clientele.value.Dictionary;

/** How far an order is paid. It comes from payments, which are not part of a CRM, and may change in any way. */
public record PaymentStatus(String id, String label) implements Choice {

    /** Nothing was paid; every new order begins so. */
    public static final PaymentStatus PENDING = new PaymentStatus("pending", "Pending payment");
    /** The money is set aside. */
    public static final PaymentStatus AUTHORIZED = new PaymentStatus("authorized", "Payment authorized");
    /** A part was paid. */
    public static final PaymentStatus PARTIALLY = new PaymentStatus("partially", "Paid partially");
    /** All was paid. */
    public static final PaymentStatus FULL = new PaymentStatus("full", "Paid in full");
    /** An invoice was sent. */
    public static final PaymentStatus INVOICED = new PaymentStatus("invoiced", "Invoiced");
    /** It could not be paid. */
    public static final PaymentStatus DECLINED = new PaymentStatus("declined", "Payment declined");

    /** The values that come with the library; a host may add to them by {@code config.choices(...)}. */
    public static final Dictionary<PaymentStatus> DICTIONARY = Dictionary.of(
            "payment status", PaymentStatus::new, PENDING, AUTHORIZED, PARTIALLY, FULL, INVOICED, DECLINED);

    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentStatus choice && id.equals(choice.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
