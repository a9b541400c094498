package org.clientele.testkit.customer;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something that happens in a {@link LifetimeWorld}; numbers pick from what is there.
 *
 * @param one the first record that it is about
 * @param other the second, where there are two
 */
record LifetimeEvent(Kind kind, int one, int other, BigDecimal amount) {

    /** A sale of every kind: what a world begins with. */
    static final List<Kind> SALES = List.of(
            Kind.WIN,
            Kind.WIN_IN_EUROS,
            Kind.WIN_DIRECTLY,
            Kind.WEB_ORDER,
            Kind.STOREFRONT_ORDER,
            Kind.ORDER_OF_CUSTOMER);

    /** What happens. */
    enum Kind {
        WIN,
        WIN_IN_EUROS,
        WIN_DIRECTLY,
        LOSE,
        REOPEN,
        DELETE_OPPORTUNITY,
        WEB_ORDER,
        CANCEL_WEB_ORDER,
        STOREFRONT_ORDER,
        PAY,
        ACCOUNT,
        CUSTOMER,
        ORDER_OF_CUSTOMER,
        ORDER_OF_ACCOUNT,
        ANOTHER_WORTH,
        CANCEL,
        REVIVE,
        TO_ANOTHER_CUSTOMER,
        TO_THE_ACCOUNT_ALONE,
        DELETE_ORDER,
        MOVE_TO_ANOTHER_ACCOUNT,
        MOVE_TO_ANOTHER_CHANNEL,
        DEACTIVATE,
        ACTIVATE,
        MERGE_ACCOUNTS,
        MERGE_CUSTOMERS,
        DELETE_CUSTOMER,
        DELETE_ACCOUNT
    }
}
