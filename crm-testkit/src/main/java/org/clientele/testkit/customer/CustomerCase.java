package org.clientele.testkit.customer;

import java.util.Set;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.customer.AccountAssignment;
import org.clientele.customer.AccountStrategy;
import org.clientele.customer.Customer;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.sales.BusinessCustomer;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Branch;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Shopper;
import org.clientele.value.Ref;
import org.jspecify.annotations.Nullable;

/** What all tests of customers start from. */
abstract class CustomerCase {

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** A CRM with two organizations and a user of both. */
    static final class Stage {

        final Crm crm;
        final Session system;
        final Organization acme;
        final Organization beta;
        final User ivan;

        Stage(RecordStore store, Role... roles) {
            this.crm = Crm.open(
                    store,
                    config -> config.entity(Partner.TYPE, Shopper.TYPE, Branch.TYPE)
                            .access(RolePolicy.of(roles)));
            this.system = crm.asSystem();
            this.acme = system.save(new Organization("Acme"));
            this.beta = system.save(new Organization("Beta"));
            User user = new User("ivan", "ivan@acme.example", "Ivan", "Example", acme);
            user.setOrganizations(Set.of(Ref.to(acme), Ref.to(beta)));
            this.ivan = system.save(user);
        }

        /** A user of the first organization, whose only role has the user's name. */
        User user(String name) {
            return system.save(new User(name, name + "@acme.example", name, "Example", acme).addRole(name));
        }

        /** A channel for every kind of customer. */
        Channel channel(String name, Organization organization) {
            Channel channel = new Channel(name, ChannelType.SALES)
                    .addEntity(Partner.TYPE.name())
                    .addEntity(Shopper.TYPE.name())
                    .addEntity(Branch.TYPE.name());
            channel.setOrganization(Ref.to(organization));
            return system.save(channel);
        }

        /** The record as Ivan's, of an organization. */
        <R extends UserOwned> R owned(R record, Organization organization) {
            record.setOwner(Ref.to(ivan));
            record.setOrganization(Ref.to(organization));
            return record;
        }

        <R extends UserOwned> R saved(R record) {
            return system.save(owned(record, acme));
        }

        Account account(Customer customer) {
            return system.get(Account.TYPE, ref(customer).id());
        }

        @Nullable
        String accountName(Customer customer) {
            return account(customer).getName();
        }

        Ref<Account> ref(Customer customer) {
            Ref<Account> account = system.get(Customer.TYPE, customer.getId()).getAccount();
            if (account == null) {
                throw new AssertionError(customer.getName() + " belongs to no account");
            }
            return account;
        }

        void use(AccountAssignment assignment) {
            crm.schema().set(AccountAssignment.SETTING, assignment);
        }

        /** Branches share accounts from now on, or have their own. */
        void use(boolean root) {
            use(AccountAssignment.usual()
                    .strategy(Branch.TYPE, root ? AccountStrategy.root(Branch.PARENT) : AccountStrategy.each()));
        }
    }

    static BusinessCustomer company(String name, Channel channel) {
        return new BusinessCustomer(name, channel);
    }
}
