package org.clientele.customer;

import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.model.EntityType;

/**
 * The customer of a custom channel: no more than what every customer has. Deprecated with the channel, as in the reference;
 * a host's own kind of customer does better.
 */
public class CustomerIdentity extends Customer {

    private static final int LONGEST_NAME = 250;

    public static final EntityType<CustomerIdentity> TYPE = EntityType.define(
            "customer identity",
            CustomerIdentity.class,
            CustomerIdentity::new,
            type -> type.extending(Customer.TYPE)
                    .rule(
                            "has a name of more than 250 characters; shorten it",
                            (customer, context) -> hasShortName(customer)));

    /** An empty customer. */
    protected CustomerIdentity() {}

    /** A customer that gets an account of its own name when it is saved. */
    public CustomerIdentity(String name, Channel channel) {
        super(name, channel);
    }

    public CustomerIdentity(String name, Account account, Channel channel) {
        super(name, account, channel);
    }

    private static boolean hasShortName(CustomerIdentity customer) {
        String name = customer.getName();
        return name == null || name.length() <= LONGEST_NAME;
    }
}
