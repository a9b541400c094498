package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.channel.Channel;
import org.clientele.channel.ChannelType;
import org.clientele.contact.EmailAddress;
import org.clientele.contact.PhoneNumber;
import org.clientele.customer.AccountAssignment;
import org.clientele.customer.AccountMatching;
import org.clientele.customer.MatchRules;
import org.clientele.jpa.database.Database;
import org.clientele.magento.WebCustomer;
import org.clientele.model.CrmRecord;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.sales.BusinessCustomer;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Whether keys are taken, who is the same person and what is pointed to is asked for all records of a save at once. */
class CustomerStatementsTest {

    private final Database database = Database.shared();
    private final Crm crm = Crm.open(
            database.emptyStore(), config -> config.access(RolePolicy.of(Role.administrator("administrator"))));
    private final Statistics statistics =
            database.factory().unwrap(SessionFactory.class).getStatistics();

    private static List<WebCustomer> customers(String site, int number, Channel channel) {
        List<WebCustomer> customers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            WebCustomer customer = new WebCustomer("Ada", "Lovelace" + i, "ada" + i + "@acme.example", channel);
            customer.setOriginId(site + i);
            customer.setWebsite(site);
            customers.add(customer);
        }
        return customers;
    }

    private static List<BusinessCustomer> companies(String name, int number, Channel channel) {
        List<BusinessCustomer> companies = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            BusinessCustomer company = new BusinessCustomer(name + i, channel);
            company.setEmails(List.of(
                    new EmailAddress("office@" + name + i + ".example", true),
                    new EmailAddress("Office" + i + "@acme.example", false)));
            company.setPhones(List.of(new PhoneNumber(String.format("(555) 01%02d", i), true)));
            companies.add(company);
        }
        return companies;
    }

    private long statements(Session session, List<? extends CrmRecord> customers) {
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            session.saveAll(customers);
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void aSaveOfManyCustomersTakesAsManyStatementsAsOneOfFew() {
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        Session session = crm.as(crm.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));
        Channel shop = session.save(new Channel("Shop", ChannelType.MAGENTO));
        session.saveAll(customers("main", 30, shop));
        long few = statements(session, customers("outlet", 3, shop));
        assertThat(statements(session, customers("market", 30, shop))).isEqualTo(few);
        assertThat(session.select(Account.TYPE).count()).isEqualTo(30);
    }

    @Test
    void soDoesASaveOfCustomersWhoAreKnownByAddressesAndTelephoneNumbers() {
        Crm house = Crm.open(
                database.emptyStore(),
                config -> config.access(RolePolicy.of(Role.administrator("administrator")))
                        .set(
                                AccountAssignment.SETTING,
                                AccountAssignment.usual()
                                        .matching(
                                                BusinessCustomer.TYPE,
                                                AccountMatching.by(
                                                        MatchRules.email(BusinessCustomer.EMAILS),
                                                        MatchRules.phone(BusinessCustomer.PHONES)))));
        Organization acme = house.asSystem().save(new Organization("Acme"));
        Session session = house.as(house.asSystem()
                .save(new User("olga", "olga@acme.example", "Olga", "Example", acme).addRole("administrator")));
        Channel sales = session.save(new Channel("Sales", ChannelType.SALES));
        session.saveAll(companies("first", 30, sales));
        long few = statements(session, companies("second", 3, sales));
        assertThat(statements(session, companies("third", 30, sales))).isEqualTo(few);
        assertThat(session.select(Account.TYPE).count()).isEqualTo(30);
    }

    /** Who else changes the record meanwhile is told that it is stale, and not that its name is taken. */
    @Test
    void aChangeOfAnythingElseLeavesTheKeysAlone() {
        Organization acme = crm.asSystem().save(new Organization("Acme"));
        acme.setDescription("makes everything");
        statistics.setStatisticsEnabled(true);
        long kept = keysKept();
        crm.asSystem().save(acme);
        assertThat(keysKept()).isEqualTo(kept);
        Organization stored = crm.asSystem().get(Organization.TYPE, acme.getId());
        stored.setName("Acme Ltd");
        crm.asSystem().save(stored);
        assertThat(keysKept()).isEqualTo(kept + 1);
        statistics.setStatisticsEnabled(false);
    }

    private long keysKept() {
        return statistics.getEntityStatistics(UniqueValue.class.getName()).getInsertCount();
    }
}
