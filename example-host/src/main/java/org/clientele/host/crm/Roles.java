package org.clientele.host.crm;

import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.DIVISION;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.customer.Customer;
import org.clientele.organization.User;
import org.clientele.sales.Opportunity;

/** Who may do what in this host. */
public final class Roles {

    public static final Role SELLER = Role.named("seller")
            .grant(Account.TYPE, BUSINESS_UNIT, VIEW, CREATE)
            .grant(Account.TYPE, USER, EDIT, DELETE, ASSIGN)
            .grant(Customer.TYPE, BUSINESS_UNIT, VIEW, CREATE)
            .grant(Opportunity.TYPE, BUSINESS_UNIT, VIEW, CREATE)
            .grant(Opportunity.TYPE, USER, EDIT)
            .grant(Channel.TYPE, ORGANIZATION, VIEW)
            .grant(User.TYPE, ORGANIZATION, VIEW);
    public static final Role LEADER = Role.named("leader")
            .grant(Account.TYPE, DIVISION, VIEW, CREATE, EDIT, DELETE, ASSIGN)
            .grant(Customer.TYPE, DIVISION, VIEW, CREATE, EDIT)
            .grant(Opportunity.TYPE, DIVISION, VIEW, CREATE, EDIT)
            .grant(Channel.TYPE, ORGANIZATION, VIEW)
            .grant(User.TYPE, ORGANIZATION, VIEW)
            .allow(Capability.MERGE);
    public static final Role ADMINISTRATOR = Role.administrator("administrator");

    private Roles() {}
}
