package org.clientele.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientele.account.Account;
import org.clientele.activity.Activities;
import org.clientele.activity.Call;
import org.clientele.activity.Direction;
import org.clientele.channel.Channel;
import org.clientele.contact.Contact;
import org.clientele.jpa.database.Database;
import org.clientele.model.CrmRecord;
import org.clientele.sales.BusinessCustomer;
import org.clientele.sales.Opportunity;
import org.clientele.testkit.customer.AccountViewWorld;
import org.clientele.testkit.host.Partner;
import org.clientele.view.AccountView;
import org.clientele.view.WholeAccount;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** How many statements the view of an account takes: no more for a large one. */
class AccountViewStatementsTest {

    private static final int MOST = 20;

    private final Database database = Database.shared();
    private final AccountViewWorld world = new AccountViewWorld(database.emptyStore());
    private final Statistics statistics =
            database.factory().unwrap(SessionFactory.class).getStatistics();

    private long statements() {
        Account acuserv = world.acuserv();
        statistics.setStatisticsEnabled(true);
        try {
            long before = statistics.getPrepareStatementCount();
            WholeAccount view = world.olga().run(AccountView.of(acuserv));
            assertThat(view.sections().records()).hasSize(3);
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private void grow() {
        Account acuserv = world.acuserv();
        Channel sales = world.olga()
                .select(Channel.TYPE)
                .where(Channel.NAME.is("Field sales"))
                .list()
                .get(0);
        Channel partners = world.olga()
                .select(Channel.TYPE)
                .where(Channel.NAME.is("Partners"))
                .list()
                .get(0);
        List<CrmRecord> records = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Contact contact = new Contact("Contact", "Number " + i);
            acuserv.addContact(contact);
            BusinessCustomer customer = new BusinessCustomer("Customer " + i, acuserv, sales);
            records.addAll(List.of(
                    contact,
                    customer,
                    new Partner("Partner " + i, acuserv, partners),
                    new Opportunity("Deal " + i, customer)));
        }
        world.olga().saveAll(records);
        world.olga().save(acuserv);
        for (int i = 0; i < 30; i++) {
            new Activities(world.olga())
                    .log(new Call("Call " + i, Direction.INCOMING, Instant.EPOCH.plusSeconds(i)), acuserv);
        }
    }

    @Test
    void aLargeAccountTakesNoMoreStatementsThanAFullPage() {
        long small = statements();
        grow();
        long large = statements();
        grow();
        assertThat(statements()).isEqualTo(large).isGreaterThanOrEqualTo(small).isLessThanOrEqualTo(MOST);
    }
}
