package org.clientele.testkit.activity;

import java.time.Instant;
import java.util.Objects;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.jspecify.annotations.Nullable;

/** What all tests of activities start from. */
abstract class ActivityCase {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private @Nullable Office office;

    /** An empty store each time that it is called; the former one is used no more. */
    protected abstract RecordStore newStore();

    final Office office() {
        if (office == null) {
            office = new Office(newStore());
        }
        return office;
    }

    /** Goes on with an empty store; a property calls it for each of its tries. */
    final Office startAfresh() {
        office = new Office(newStore());
        return office;
    }

    /** A CRM in which Olga may do everything. */
    static final class Office {

        final Crm crm;
        final Organization acme;
        final User olga;
        final Session session;
        final Activities activities;

        Office(RecordStore store) {
            crm = Crm.open(
                    store,
                    config -> config.entity(Partner.TYPE, Visit.TYPE)
                            .access(RolePolicy.of(Role.administrator("administrator"))));
            Session system = crm.asSystem();
            acme = system.save(new Organization("Acme"));
            olga = system.save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator"));
            session = crm.as(olga);
            activities = new Activities(session);
        }

        Account account(String name) {
            return session.save(new Account(name));
        }

        Account again(Account account) {
            return session.get(Account.TYPE, Objects.requireNonNull(account).getId());
        }
    }
}
