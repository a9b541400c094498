package org.clientele.examples.permissions;

import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.DIVISION;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.ASSIGN;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.DELETE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.store.RecordStore;

/** A company with a tree of units, a few people in them, and an account of each. */
final class SalesTeams {

    static final Role SELLER = Role.named("seller")
            .grant(Account.TYPE, BUSINESS_UNIT, VIEW, CREATE)
            .grant(Account.TYPE, USER, EDIT, DELETE, ASSIGN)
            .grant(User.TYPE, ORGANIZATION, VIEW);
    static final Role LEADER = Role.named("leader")
            .grant(Account.TYPE, DIVISION, VIEW, EDIT, ASSIGN)
            .grant(User.TYPE, ORGANIZATION, VIEW);

    final Crm crm;
    final User olga;
    final User ivan;
    final User sven;
    final User mary;
    final User admin;
    final Account acuserv;
    final Account bigBear;
    final Account bodyToning;

    private final Session system;
    private final Organization acme;

    SalesTeams(RecordStore store) {
        crm = Crm.open(
                store, config -> config.access(RolePolicy.of(SELLER, LEADER, Role.administrator("administrator"))));
        system = crm.asSystem();
        acme = system.save(new Organization("Acme"));
        BusinessUnit europe = system.save(new BusinessUnit("Europe", acme));
        BusinessUnit berlin = system.save(new BusinessUnit("Berlin", europe));
        BusinessUnit vienna = system.save(new BusinessUnit("Vienna", europe));
        olga = join("olga", SELLER, berlin);
        ivan = join("ivan", SELLER, berlin);
        sven = join("sven", SELLER, vienna);
        mary = join("mary", LEADER, europe);
        admin = system.save(new User("admin", "admin@acme.example", "Ada", "Min", acme).addRole("administrator"));
        acuserv = crm.as(olga).save(new Account("Acuserv"));
        bigBear = crm.as(ivan).save(new Account("Big Bear Stores"));
        bodyToning = crm.as(sven).save(new Account("Body Toning"));
    }

    private User join(String name, Role role, BusinessUnit unit) {
        return system.save(new User(name, name + "@acme.example", name, "Example", acme)
                .addRole(role.name())
                .addBusinessUnit(unit));
    }
}
