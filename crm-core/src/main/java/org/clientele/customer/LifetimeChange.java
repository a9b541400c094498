package org.clientele.customer;

import static org.clientele.property.Traits.calculated;
import static org.clientele.property.Traits.fixed;
import static org.clientele.property.Traits.required;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.clientele.account.Account;
import org.clientele.model.CrmRecord;
import org.clientele.model.EntityType;
import org.clientele.property.Carried;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.Reveals;
import org.clientele.property.Traits.WhenTargetGoes;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/**
 * That the lifetime value of a customer changed, or that of an account as such, by how much, and - in its time of creation -
 * when (OroCRM documentation, Accounts: lifetime sales value). The CRM alone makes it, with whatever makes the value change.
 * All changes of a record add up to its value; it goes with the record, and moves with it in a merge.
 */
public class LifetimeChange extends CrmRecord {

    public static final ReferenceProperty<LifetimeChange, Customer> CUSTOMER = ReferenceProperty.of(
                    "customer",
                    Customer.class,
                    LifetimeChange::getCustomer,
                    (change, ref) -> change.customer = ref == null ? null : ref.id())
            .with(WhenTargetGoes.GO_ALONG);
    public static final ReferenceProperty<LifetimeChange, Account> ACCOUNT = ReferenceProperty.of(
                    "account",
                    Account.class,
                    LifetimeChange::getAccount,
                    (change, ref) -> change.account = ref == null ? null : ref.id())
            .with(WhenTargetGoes.GO_ALONG);
    /** In the base currency; less than 0 when the value went down. Hidden from whom the value itself is hidden. */
    public static final NumberProperty<LifetimeChange, BigDecimal> AMOUNT = NumberProperty.ofDecimal(
                    "amount", 4, LifetimeChange::getAmount, (change, amount) -> change.amount = amount)
            .with(
                    required(),
                    fixed(),
                    calculated(),
                    new Reveals(List.of(
                            new Carried<>(CUSTOMER, Customer.LIFETIME),
                            new Carried<>(ACCOUNT, Account.DIRECT_LIFETIME))));

    public static final EntityType<LifetimeChange> TYPE = EntityType.define(
            "lifetime change",
            LifetimeChange.class,
            LifetimeChange::new,
            type -> type.properties(CUSTOMER, ACCOUNT, AMOUNT)
                    .partOf(CUSTOMER, ACCOUNT)
                    .history()
                    .rule(
                            "is about both a customer and an account, or about neither; let it be about one of them",
                            (change, context) -> (change.customer == null) != (change.account == null)));

    private @Nullable UUID customer;
    private @Nullable UUID account;
    private @Nullable BigDecimal amount;

    /** An empty change. */
    protected LifetimeChange() {}

    /** For folds into {@link Customer#LIFETIME}: the change of a customer's value. */
    public static LifetimeChange ofCustomer(UUID customer, BigDecimal amount) {
        LifetimeChange change = new LifetimeChange();
        change.customer = customer;
        change.amount = amount;
        return change;
    }

    /** For folds into {@link Account#DIRECT_LIFETIME}: the change of the value of an account as such. */
    public static LifetimeChange ofAccount(UUID account, BigDecimal amount) {
        LifetimeChange change = new LifetimeChange();
        change.account = account;
        change.amount = amount;
        return change;
    }

    /** Whose value changed; null for an account's. */
    public @Nullable Ref<Customer> getCustomer() {
        return customer == null ? null : new Ref<>(customer);
    }

    /** Whose value changed; null for a customer's. */
    public @Nullable Ref<Account> getAccount() {
        return account == null ? null : new Ref<>(account);
    }

    /** By how much. */
    public @Nullable BigDecimal getAmount() {
        return amount;
    }
}
