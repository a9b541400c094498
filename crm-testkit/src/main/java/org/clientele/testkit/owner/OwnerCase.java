package org.clientele.testkit.owner;

import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Capability;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.journal.ChangeSet;
import org.clientele.journal.Journal;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.organization.UserOwned;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.AnyRef;
import org.clientele.value.Ref;

/** What all tests of owners start from. */
abstract class OwnerCase {

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    /** A CRM with an organization, and with records that Olga and Ivan own. */
    static final class Stage {

        final RecordStore store;
        final Crm crm;
        final Session system;
        final Organization acme;
        final User olga;
        final User ivan;

        Stage(RecordStore store, Role... roles) {
            this.store = store;
            this.crm = Crm.open(
                    store, config -> config.entity(Partner.TYPE, Visit.TYPE).access(RolePolicy.of(roles)));
            this.system = crm.asSystem();
            this.acme = system.save(new Organization("Acme"));
            this.olga = user("olga", acme);
            this.ivan = user("ivan", acme);
        }

        /** A user whose only role has the user's name. */
        User user(String name, Organization organization) {
            return system.save(new User(name, name + "@acme.example", name, "Example", organization).addRole(name));
        }

        BusinessUnit unit(String name) {
            return system.save(new BusinessUnit(name, acme));
        }

        <R extends UserOwned> R owned(User owner, R record) {
            record.setOwner(Ref.to(owner));
            record.setOrganization(Ref.to(acme));
            return system.save(record);
        }

        Account account(User owner, String name) {
            return owned(owner, new Account(name));
        }

        Visit visit(User owner, String subject) {
            return owned(owner, new Visit(subject));
        }

        /** Everything that ever happened, the oldest first. */
        List<ChangeSet> history() {
            return store.inTransaction(records -> new Journal(records).all());
        }

        ChangeSet lastChangeSet() {
            List<ChangeSet> all = history();
            return all.get(all.size() - 1);
        }
    }

    static AnyRef ref(Account account) {
        return new AnyRef(Account.TYPE.name(), account.getId());
    }

    /** A role that may do nearly everything with accounts and nothing with anything else. */
    static Role accountsOnly(String name) {
        return Role.named(name).allow(Capability.MERGE).grant(Account.TYPE, ORGANIZATION, VIEW, EDIT, DELETE);
    }
}
