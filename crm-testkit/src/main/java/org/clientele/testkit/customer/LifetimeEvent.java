package org.clientele.testkit.customer;

import java.math.BigDecimal;

/**
 * Something that happens in a {@link LifetimeWorld}; numbers pick from what is there.
 *
 * @param one the first record that it is about
 * @param other the second, where there are two
 */
record LifetimeEvent(Kind kind, int one, int other, BigDecimal amount) {

    /** What happens. */
    enum Kind {
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
