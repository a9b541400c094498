package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.access.AccessLevel;
import org.clientele.access.Permission;
import org.clientele.access.Role;
import org.clientele.access.RolePolicy;
import org.clientele.account.Account;
import org.clientele.contact.Contact;
import org.clientele.criteria.Query;
import org.clientele.jpa.database.Database;
import org.clientele.organization.BusinessUnit;
import org.clientele.organization.Organization;
import org.clientele.organization.User;
import org.clientele.property.TextProperty;
import org.clientele.store.Records;
import org.clientele.store.Transaction;
import org.clientele.store.Write;
import org.clientele.testkit.host.Partner;
import org.clientele.testkit.host.Visit;
import org.clientele.value.Ref;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** How many statements it takes. */
class StatementsTest {

    private static final int COLLECTIONS_OF_A_CONTACT = 5;
    private static final int COLLECTIONS_OF_AN_ACCOUNT = 2;

    private final Database database = Database.shared();
    private final JpaStore store = database.emptyStore();
    private final Crm crm = Crm.open(store, config -> config.entity(Partner.TYPE, Visit.TYPE));
    private final Statistics statistics =
            database.factory().unwrap(SessionFactory.class).getStatistics();

    private void keep(int contacts) {
        List<Write<?>> writes = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            Contact contact = new Contact("Ada " + i, "Lovelace")
                    .addEmail("ada" + i + "@example.org")
                    .addEmail("zoe" + i + "@example.org")
                    .addTag("VIP");
            writes.add(new Write.Insert<>(Contact.TYPE, contact));
        }
        store.inTransaction(records -> records.write(writes));
    }

    private <T> long statements(Function<Records, T> work) {
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            store.inTransaction(work);
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void aSelectionTakesAsManyStatementsAsTheTypeHasCollectionsAndAPageOneLess() {
        keep(500);
        long all = statements(
                records -> records.select(Contact.TYPE, Query.<Contact>all()).toList());
        long few = statements(records ->
                records.select(Contact.TYPE, Query.<Contact>all().stretch(0, 3)).toList());
        assertThat(all).isEqualTo(1 + 1 + COLLECTIONS_OF_A_CONTACT);
        assertThat(few).isEqualTo(1 + COLLECTIONS_OF_A_CONTACT);
    }

    @Test
    void customValuesTakeOneMore() {
        TextProperty<Contact> tier = crm.define(Contact.TYPE, custom -> custom.text("tier"));
        keep(100);
        long all = statements(records ->
                records.select(Contact.TYPE, Query.<Contact>of(tier.isBlank())).toList());
        assertThat(all).isEqualTo(1 + 1 + COLLECTIONS_OF_A_CONTACT + 1);
    }

    /** Each account has another owner, and whether a colleague may view it depends on the owner's business units. */
    @Test
    void whichRecordsOfManyOwnersAreShownTakesOneStatement() {
        Crm guarded = Crm.open(
                database.emptyStore(),
                config -> config.access(RolePolicy.of(Role.named("seller")
                        .grant(Account.TYPE, AccessLevel.BUSINESS_UNIT, Permission.VIEW)
                        .grant(Contact.TYPE, AccessLevel.ORGANIZATION, Permission.VIEW))));
        Session system = guarded.asSystem();
        Organization acme = system.save(new Organization("Acme"));
        BusinessUnit sales = system.save(new BusinessUnit("Sales", acme));
        User olga = system.save(user("olga", acme).addBusinessUnit(sales).addRole("seller"));
        List<UUID> accounts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            User owner = user("ivan" + i, acme);
            Account account = new Account("Account " + i);
            account.setOwner(Ref.to(system.save(i % 2 == 0 ? owner.addBusinessUnit(sales) : owner)));
            account.setOrganization(Ref.to(acme));
            accounts.add(system.save(account).getId());
        }
        Contact ada = new Contact("Ada", "Lovelace");
        ada.setOwner(Ref.to(olga));
        ada.setOrganization(Ref.to(acme));
        UUID contact = system.save(ada).getId();
        Session session = guarded.as(olga);
        long read = 1 + COLLECTIONS_OF_AN_ACCOUNT;
        long all = look(
                session,
                there -> assertThat(there.findAll(Account.TYPE, accounts))
                        .extracting(Account::getId)
                        .containsExactlyElementsOf(IntStream.range(0, 10)
                                .mapToObj(i -> accounts.get(2 * i))
                                .toList()));
        assertThat(all).isEqualTo(read + 1);
        assertThat(look(session, there -> there.find(Account.TYPE, accounts.get(0))))
                .isEqualTo(read + 1);
        assertThat(look(session, there -> there.find(Contact.TYPE, contact)))
                .as("what a record says itself takes none")
                .isEqualTo(1 + COLLECTIONS_OF_A_CONTACT);
    }

    private static User user(String name, Organization organization) {
        return new User(name, name + "@acme.example", "Ivan", "Example", organization);
    }

    private <T> long look(Session session, Function<Transaction, T> work) {
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            session.inTransaction("look", work);
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void aLargeSelectionComesInChunksAndLeavesNothingInThePersistenceContext() {
        keep(2 * Statement.AT_ONCE + 1);
        statistics.setStatisticsEnabled(true);
        long loaded = statistics.getEntityLoadCount();
        long read = statements(records -> records.select(Contact.TYPE, Query.<Contact>all())
                .mapToInt(contact -> contact.getEmails().size())
                .sum());
        assertThat(read).isEqualTo(1 + 3 * (1 + COLLECTIONS_OF_A_CONTACT));
        assertThat(statistics.getEntityLoadCount()).isEqualTo(loaded);
    }

    @Test
    void aStreamThatIsNotReadToItsEndReadsOneChunkOnly() {
        keep(2 * Statement.AT_ONCE + 1);
        long first = statements(records ->
                records.select(Contact.TYPE, Query.<Contact>all()).findFirst().orElseThrow());
        assertThat(first).isEqualTo(1 + 1 + COLLECTIONS_OF_A_CONTACT);
    }

    @Test
    void changingARecordDoesNotWriteTheCollectionsThatStayAsTheyAre() {
        keep(1);
        long look = 1 + 1 + COLLECTIONS_OF_A_CONTACT;
        long compare = 1 + COLLECTIONS_OF_A_CONTACT;
        long change = statements(records -> {
            Contact contact = records.select(Contact.TYPE, Query.<Contact>all())
                    .findFirst()
                    .orElseThrow();
            contact.setFirstName("Augusta");
            return records.write(List.of(new Write.Update<>(Contact.TYPE, contact, contact)));
        });
        assertThat(change).isEqualTo(look + compare + 1);
    }
}
