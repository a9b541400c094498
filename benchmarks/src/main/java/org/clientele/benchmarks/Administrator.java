package org.clientele.benchmarks;

import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;

/** Who may do everything, and is asked each time. */
final class Administrator {

    private static final String ROLE = "administrator";

    private Administrator() {}

    /** A CRM in an empty store, as its administrator sees it. */
    static Session of(RecordStore store) {
        Crm crm = Crm.open(store, config -> config.access(RolePolicy.of(Role.administrator(ROLE))));
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        return crm.as(
                crm.asSystem().save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole(ROLE)));
    }
}
