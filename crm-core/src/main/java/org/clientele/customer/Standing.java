package org.clientele.customer;

import org.clientele.account.Account;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer stands.
 *
 * @param account the account that it belongs to; null before it has one
 * @param previous the account of its own that it had before it came to share
 * @param isShared whether the account is that of the customer above
 */
record Standing(@Nullable Ref<Account> account, @Nullable Ref<Account> previous, boolean isShared) {

    /** An account of its own, or none yet. */
    static Standing own(@Nullable Ref<Account> account) {
        return new Standing(account, null, false);
    }

    /** Under the account of the customer above; its own one is remembered. */
    Standing sharing(Ref<Account> above) {
        return new Standing(above, isShared ? previous : account, true);
    }

    /** Under its own account again, or under that which it shared where it never had one. */
    Standing apart() {
        return isShared ? own(previous == null ? account : previous) : this;
    }
}
