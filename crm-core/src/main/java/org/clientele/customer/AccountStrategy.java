package org.clientele.customer;

import java.util.Optional;
import org.clientele.organization.UserOwned;
import org.clientele.property.Follows;
import org.clientele.property.ReferenceProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customers of a kind have accounts of their own or share them along a tree (OroCRM, settings of commerce
 * accounts). Immutable.
 *
 * @param <C> the kind of customer
 */
public final class AccountStrategy<C extends UserOwned> {

    private final @Nullable ReferenceProperty<C, C> parent;

    private AccountStrategy(@Nullable ReferenceProperty<C, C> parent) {
        this.parent = parent;
    }

    /** Each customer has an account of its own; the usual strategy. */
    public static <C extends UserOwned> AccountStrategy<C> each() {
        return new AccountStrategy<>(null);
    }

    /**
     * All customers of one tree have the account of its root, always: whatever account is given to one below, it has that of
     * the customer above it. When the root is given another account, all follow. The account that a customer had of its own
     * is remembered in {@code Customer.PREVIOUS_ACCOUNT}.
     *
     * @param parent the reference to the customer above
     * @throws IllegalArgumentException when the reference does not follow the account of the customer above
     */
    public static <C extends UserOwned> AccountStrategy<C> root(ReferenceProperty<C, C> parent) {
        if (!parent.has(Follows.class)) {
            throw new IllegalArgumentException(parent + " does not follow the account of the customer above; declare it"
                    + " with(new Follows(Customer.ACCOUNT))");
        }
        return new AccountStrategy<>(parent);
    }

    /** The reference along which accounts are shared; empty when each customer has its own. */
    Optional<ReferenceProperty<C, C>> parent() {
        return Optional.ofNullable(parent);
    }
}
