package org.clientele.customer;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.model.Foreseeing;
import org.clientele.model.Situation;
import org.clientele.organization.UserOwned;
import org.clientele.property.ReferenceProperty;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Finds the account of a customer that is being saved: the one that it shares by the strategy of its kind; else its own; else
 * that of a customer who is found to be the same; else a new one.
 *
 * @param <C> customers
 */
final class Assigning<C extends UserOwned> {

    private static final int LONGEST_NAME = 255;

    private final C customer;
    private final ReferenceProperty<C, Account> account;
    private final Situation<C> situation;
    private final AccountAssignment assignment;

    /**
     * About one customer.
     *
     * @param account the property in which customers keep their accounts
     */
    Assigning(C customer, ReferenceProperty<C, Account> account, Situation<C> situation) {
        this.customer = customer;
        this.account = account;
        this.situation = situation;
        this.assignment = situation.setting(AccountAssignment.SETTING);
    }

    /**
     * Where the customer is to stand.
     *
     * @param given where it stands as it was given
     * @param name what a new account is called; one is made for a customer with a name only
     * @param usual by which rules it is recognized unless the host chose others
     */
    Standing standing(Standing given, @Nullable String name, AccountMatching<?> usual) {
        Standing kept = given.account() == null ? new Standing(before(), given.previous(), given.isShared()) : given;
        Standing shared = shared(kept, assignment.strategy(customer.getClass()));
        return shared.account() == null ? Standing.own(found(usual).orElseGet(() -> ofItsOwn(name))) : shared;
    }

    private @Nullable Ref<Account> before() {
        return situation.before().map(account::get).orElse(null);
    }

    private <D extends UserOwned> Standing shared(Standing kept, AccountStrategy<D> strategy) {
        ReferenceProperty<D, D> by = strategy.parent().orElse(null);
        if (by == null) {
            return Objects.equals(before(), kept.account()) ? kept : Standing.own(kept.account());
        }
        Ref<D> parent = parent(by);
        if (parent == null) {
            return kept.apart();
        }
        return accountAbove(by, parent).map(kept::sharing).orElse(kept);
    }

    @SuppressWarnings("unchecked") // the strategy is that of the customer's type or of one above
    private <D extends UserOwned> @Nullable Ref<D> parent(ReferenceProperty<D, D> by) {
        return by.get((D) customer);
    }

    /** While the account above is being merged into another it is not there any more, and the customer follows later. */
    @SuppressWarnings("unchecked") // customers stand below customers
    private <D extends UserOwned> Optional<Ref<Account>> accountAbove(ReferenceProperty<D, D> by, Ref<D> parent) {
        return situation
                .lookup()
                .find(by.target(), parent.id())
                .map(above -> account.get((C) above))
                .filter(ref -> isThere(ref.id()));
    }

    private boolean isThere(UUID id) {
        return situation.lookup().find(Account.class, id).isPresent();
    }

    private Optional<Ref<Account>> found(AccountMatching<?> usual) {
        return matching(usual).find(customer, situation).map(account::get);
    }

    /** Says by what customers who are the same will be looked for. */
    void foresee(AccountMatching<?> usual, Foreseeing.Questions questions) {
        matching(usual).foresee(customer, questions);
    }

    @SuppressWarnings("unchecked") // rules of a type above compare this one as well
    private AccountMatching<C> matching(AccountMatching<?> usual) {
        return (AccountMatching<C>) assignment.matching(customer.getClass()).orElse(usual);
    }

    private @Nullable Ref<Account> ofItsOwn(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        Account own = newAccount(name, customer);
        situation.alsoSave(own);
        return Ref.to(own);
    }

    /** An account of a customer's name, owner and organization. */
    static Account newAccount(String name, UserOwned customer) {
        Account own = new Account(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        own.setOwner(customer.getOwner());
        own.setOrganization(customer.getOrganization());
        return own;
    }
}
