package org.clientele.commerce;

import java.util.UUID;
import org.clientele.activity.Contacted;
import org.clientele.model.Situation;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What a company has in a storefront: a list, a request, a quote or an order, made by one of its users. */
public abstract class CommerceDocument extends Contacted {

    private @Nullable UUID customer;
    private @Nullable UUID customerUser;
    private @Nullable String website;

    CommerceDocument() {}

    /** A new document of a user without a customer is one of the user's customer. */
    final void takeCustomerOfUser(Situation<? extends CommerceDocument> situation) {
        if (customer == null && customerUser != null && situation.before().isEmpty()) {
            customer = situation
                    .lookup()
                    .find(CustomerUser.class, customerUser)
                    .map(CustomerUser::getCustomer)
                    .map(Ref::id)
                    .orElse(null);
        }
    }

    public @Nullable Ref<CommerceCustomer> getCustomer() {
        return customer == null ? null : new Ref<>(customer);
    }

    public void setCustomer(@Nullable Ref<CommerceCustomer> customer) {
        this.customer = customer == null ? null : customer.id();
    }

    public @Nullable Ref<CustomerUser> getCustomerUser() {
        return customerUser == null ? null : new Ref<>(customerUser);
    }

    public void setCustomerUser(@Nullable Ref<CustomerUser> customerUser) {
        this.customerUser = customerUser == null ? null : customerUser.id();
    }

    /** The name of the website of the storefront. */
    public @Nullable String getWebsite() {
        return website;
    }

    public void setWebsite(@Nullable String website) {
        this.website = website;
    }
}
