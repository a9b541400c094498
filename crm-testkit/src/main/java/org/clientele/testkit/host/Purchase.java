package org.clientele.testkit.host;

import java.math.BigDecimal;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.customer.Customer;
import org.clientele.customer.LifetimeChange;
import org.clientele.model.EntityType;
import org.clientele.model.Fold;
import org.clientele.organization.UserOwned;
import org.clientele.property.BooleanProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.property.Traits;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** An order as a host makes it: of a customer, or of an account as such. What it is worth counts for their lifetime values. */
public class Purchase extends UserOwned {

    public static final TextProperty<Purchase> NUMBER = TextProperty.of(
                    "number", Purchase::getNumber, (purchase, number) -> purchase.number = number)
            .with(Traits.required(), Traits.maxLength(40), Traits.unique(), Traits.identity());
    public static final ReferenceProperty<Purchase, Customer> CUSTOMER =
            ReferenceProperty.of("customer", Customer.class, Purchase::getCustomer, Purchase::setCustomer);
    public static final ReferenceProperty<Purchase, Account> ACCOUNT =
            ReferenceProperty.of("account", Account.class, Purchase::getAccount, Purchase::setAccount);
    public static final NumberProperty<Purchase, BigDecimal> WORTH =
            NumberProperty.ofDecimal("worth", 4, Purchase::getWorth, Purchase::setWorth);
    public static final BooleanProperty<Purchase> CANCELED =
            BooleanProperty.of("canceled", Purchase::isCanceled, Purchase::setCanceled);

    private static final Criterion<Purchase> COUNTS = CANCELED.isTrue().negate();

    public static final EntityType<Purchase> TYPE = EntityType.define(
            "purchase",
            Purchase.class,
            Purchase::new,
            type -> type.properties(NUMBER, CUSTOMER, ACCOUNT, WORTH, CANCELED)
                    .owned(OWNERSHIP)
                    .named(Purchase::getNumber)
                    .folded(Fold.over(
                            CUSTOMER,
                            Customer.class,
                            values -> values.sum(Customer.LIFETIME, WORTH, COUNTS, LifetimeChange::ofCustomer)))
                    .folded(Fold.over(
                            ACCOUNT,
                            Account.class,
                            values -> values.sum(
                                    Account.DIRECT_LIFETIME,
                                    WORTH,
                                    COUNTS.and(CUSTOMER.isBlank()),
                                    LifetimeChange::ofAccount))));

    private @Nullable String number;
    private @Nullable UUID customer;
    private @Nullable UUID account;
    private @Nullable BigDecimal worth;
    private @Nullable Boolean canceled;

    /** An empty purchase; it can not be saved before it has a number. */
    protected Purchase() {}

    public Purchase(String number) {
        this.number = number;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public @Nullable Ref<Customer> getCustomer() {
        return customer == null ? null : new Ref<>(customer);
    }

    public void setCustomer(@Nullable Ref<Customer> customer) {
        this.customer = customer == null ? null : customer.id();
    }

    public @Nullable Ref<Account> getAccount() {
        return account == null ? null : new Ref<>(account);
    }

    public void setAccount(@Nullable Ref<Account> account) {
        this.account = account == null ? null : account.id();
    }

    public @Nullable BigDecimal getWorth() {
        return worth;
    }

    public void setWorth(@Nullable BigDecimal worth) {
        this.worth = worth;
    }

    public @Nullable Boolean isCanceled() {
        return canceled;
    }

    public void setCanceled(@Nullable Boolean canceled) {
        this.canceled = canceled;
    }
}
