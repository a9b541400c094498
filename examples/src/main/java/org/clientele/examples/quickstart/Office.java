package org.clientele.examples.quickstart;

import static org.clientele.access.AccessLevel.BUSINESS_UNIT;
import static org.clientele.access.AccessLevel.ORGANIZATION;
import static org.clientele.access.AccessLevel.USER;
import static org.clientele.access.Permission.CREATE;
import static org.clientele.access.Permission.EDIT;
import static org.clientele.access.Permission.VIEW;

import java.math.BigDecimal;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.model.Schema;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.DateProperty;
import org.clientele.property.NumberProperty;
import org.clientele.property.ReferenceProperty;
import org.clientele.property.TextProperty;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordStore;

/** The CRM of the quickstart: its roles, its first user, and the custom properties that the files need. */
final class Office {

    static final String MANAGER = "sales manager";
    static final String AGENT = "sales agent";

    private static final String ADMINISTRATOR = "administrator";

    private final Crm crm;
    private final Organization organization;
    private final Session administrator;

    final TextProperty<Account> sector;
    final NumberProperty<Account, Integer> founded;
    final NumberProperty<Account, BigDecimal> revenue;
    final NumberProperty<Account, Integer> employees;
    final TextProperty<Account> location;
    final ReferenceProperty<Account, Account> subsidiaryOf;
    final TextProperty<Opportunity> product;
    final DateProperty<Opportunity> engagedOn;

    Office(RecordStore store) {
        crm = Crm.open(
                store,
                config -> config.access(RolePolicy.of(
                        Role.administrator(ADMINISTRATOR),
                        Role.named(MANAGER)
                                .grant(Account.TYPE, ORGANIZATION, VIEW)
                                .grant(Opportunity.TYPE, BUSINESS_UNIT, VIEW, CREATE, EDIT),
                        Role.named(AGENT)
                                .grant(Account.TYPE, ORGANIZATION, VIEW)
                                .grant(BusinessUnit.TYPE, ORGANIZATION, VIEW)
                                .grant(Opportunity.TYPE, USER, VIEW, CREATE, EDIT))));
        sector = crm.define(Account.TYPE, custom -> custom.text("sector"));
        founded = crm.define(Account.TYPE, custom -> custom.integer("founded"));
        revenue = crm.define(Account.TYPE, custom -> custom.decimal("revenue", 2));
        employees = crm.define(Account.TYPE, custom -> custom.integer("employees"));
        location = crm.define(Account.TYPE, custom -> custom.text("location"));
        subsidiaryOf = crm.define(Account.TYPE, custom -> custom.reference("subsidiaryOf", Account.class));
        product = crm.define(Opportunity.TYPE, custom -> custom.text("product"));
        engagedOn = crm.define(Opportunity.TYPE, custom -> custom.date("engagedOn"));
        Session system = crm.asSystem();
        organization = system.save(new Organization("Example Sales"));
        administrator = crm.as(system.save(
                new User("admin", "admin@sales.example", "Ada", "Admin", organization).addRole(ADMINISTRATOR)));
    }

    /** The session of the user who sets everything up. */
    Session administrator() {
        return administrator;
    }

    /** The session of another user, by user name. */
    Session as(String username) {
        return crm.as(administrator
                .select(User.TYPE)
                .where(User.USERNAME.is(username))
                .first()
                .orElseThrow());
    }

    /** What this CRM knows of types, properties and choices. */
    Schema schema() {
        return crm.schema();
    }

    Organization organization() {
        return organization;
    }
}
