package org.clientele.testkit.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.activity.Timeline;
import org.clientele.criteria.Page;
import org.clientele.customer.Customer;
import org.clientele.model.CrmRecord;
import org.clientele.sales.Opportunity;
import org.clientele.store.RecordNotFoundException;
import org.clientele.store.RecordStore;
import org.clientele.testkit.host.Visit;
import org.clientele.view.AccountView;
import org.clientele.view.WholeAccount;
import org.clientele.view.WholeAccount.CustomerRow;
import org.clientele.view.WholeAccount.Pointed;
import org.clientele.view.WholeAccount.Section;
import org.junit.jupiter.api.Test;

/** What the view of an account shows, to whom. */
public abstract class AccountViewExamples {

    /** An empty store each time that it is called. */
    protected abstract RecordStore newStore();

    private static Map<String, Long> counts(CustomerRow customer) {
        Map<String, Long> counts = new TreeMap<>();
        customer.records().forEach(pointed -> counts.merge(pointed.type().name(), pointed.count(), Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Section section(WholeAccount view, String channel) {
        return view.sections().records().stream()
                .filter(section -> channel.equals(section.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itShowsWhatAnAdministratorKnows() {
        AccountViewWorld world = new AccountViewWorld(newStore());
        WholeAccount view = world.olga().run(AccountView.of(world.acuserv()));
        assertThat(view.header().created()).isNotNull();
        assertThat(view.header().lifetime()).isEqualByComparingTo("1350");
        assertThat(view.general().name()).isEqualTo("Acuserv");
        assertThat(view.general().tags()).containsExactly("VIP");
        assertThat(view.general().description()).isEqualTo("Machines");
        assertThat(view.general().owner())
                .extracting(WholeAccount.OwnerRow::name)
                .isEqualTo("Olga Example");
        assertThat(view.general().contacts().records())
                .extracting(WholeAccount.ContactRow::name, WholeAccount.ContactRow::isDefault)
                .containsExactly(tuple("Charles Babbage", false), tuple("Ada Lovelace", true));
        assertThat(view.activities().total()).isEqualTo(2);
        assertThat(view.activities().records())
                .extracting(Timeline.Entry::subject)
                .containsExactly("Asked for prices", "Said hello");
        assertThat(view.opportunities().total()).isEqualTo(3);
        assertThat(view.opportunities().records())
                .extracting(deal -> Objects.requireNonNull(deal.status()).label())
                .as("as this CRM calls them")
                .containsExactlyInAnyOrder("Sold", "Open", "Sold");
        assertThat(view.won()).isEqualTo(2);
        assertThat(view.lost()).isZero();
        assertThat(view.additional())
                .extracting(WholeAccount.AdditionalField::label, WholeAccount.AdditionalField::text)
                .containsExactly(tuple("Tier", "gold"));
        assertThat(view.sections().records())
                .extracting(Section::name)
                .containsExactly("Field sales", "Partners", "Resting");
    }

    @Test
    void customersStandUnderTheirChannelsWithWhatPointsToThem() {
        AccountViewWorld world = new AccountViewWorld(newStore());
        WholeAccount view = world.olga().run(AccountView.of(world.acuserv()));
        Section sales = section(view, "Field sales");
        assertThat(sales.customers().total()).isEqualTo(1);
        CustomerRow acuserv = sales.customers().records().get(0);
        assertThat(acuserv.kind()).isEqualTo("business customer");
        assertThat(acuserv.lifetime()).isEqualByComparingTo("1000");
        assertThat(counts(acuserv)).isEqualTo(Map.of("opportunity", 2L, "lead", 1L));
        Section partners = section(view, "Partners");
        assertThat(partners.customers().records())
                .extracting(CustomerRow::kind, CustomerRow::name)
                .containsExactly(tuple("partner", "Acuserv reseller"));
        assertThat(counts(partners.customers().records().get(0))).isEqualTo(Map.of("purchase", 2L, "visit", 1L));
        Section resting = section(view, "Resting");
        assertThat(resting.isCounted()).isFalse();
        assertThat(resting.lifetime()).as("shown, not counted").isEqualByComparingTo("77");
    }

    @Test
    void everyCountCanBeDrilledInto() {
        AccountViewWorld world = new AccountViewWorld(newStore());
        for (Session session : List.of(world.olga(), world.ivan())) {
            WholeAccount view = session.run(AccountView.of(world.acuserv()));
            for (Section section : view.sections().records()) {
                assertThat(session.select(Customer.TYPE).where(section.all()).list())
                        .hasSize((int) section.customers().total());
                section.customers()
                        .records()
                        .forEach(customer -> customer.records().forEach(pointed -> drill(session, pointed)));
            }
        }
    }

    private static <R extends CrmRecord> void drill(Session session, Pointed<R> pointed) {
        assertThat(session.select(pointed.type()).where(pointed.all()).list())
                .as(pointed.toString())
                .hasSize((int) pointed.count());
    }

    /** Ivan owns one of two opportunities with the customer and may see his own only; visits and purchases he may not see. */
    @Test
    void whatTheViewerMayNotSeeIsNeitherThereNorCounted() {
        AccountViewWorld world = new AccountViewWorld(newStore());
        WholeAccount view = world.ivan().run(AccountView.of(world.acuserv()));
        assertThat(view.opportunities().total()).isEqualTo(1);
        assertThat(view.opportunities().records())
                .extracting(WholeAccount.OpportunityRow::name)
                .containsExactly("Ivan's engine");
        assertThat(view.won()).isZero();
        assertThat(view.general().contacts().total()).isZero();
        assertThat(view.general().owner()).isNull();
        assertThat(view.activities().total()).isZero();
        CustomerRow acuserv = section(view, "Field sales").customers().records().get(0);
        assertThat(counts(acuserv)).isEqualTo(Map.of("opportunity", 1L));
        assertThat(counts(section(view, "Partners").customers().records().get(0)))
                .isEmpty();
        Account hidden = world.olga().save(new Account("Hidden"));
        assertThatThrownBy(() -> world.nobody().run(AccountView.of(hidden)))
                .isInstanceOf(RecordNotFoundException.class);
    }

    @Test
    void listsShowTheirFirstRowsAndCountAll() {
        AccountViewWorld world = new AccountViewWorld(newStore());
        WholeAccount view =
                world.olga().run(AccountView.of(world.acuserv()).rows(1).sections(2, 2));
        assertThat(view.general().contacts().records()).hasSize(1);
        assertThat(view.general().contacts().total()).isEqualTo(2);
        assertThat(view.opportunities().records()).hasSize(1);
        assertThat(view.opportunities().total()).isEqualTo(3);
        assertThat(view.activities().records()).hasSize(1);
        assertThat(view.sections().records()).extracting(Section::name).containsExactly("Resting");
        assertThat(view.sections().total()).isEqualTo(3);
    }

    @Test
    void anAccountWithNothingIsEmpty() {
        AccountViewWorld world = new AccountViewWorld(newStore());
        WholeAccount view = world.olga().run(AccountView.of(world.olga().save(new Account("Lonely"))));
        assertThat(view.header().lifetime()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(List.of(view.activities(), view.opportunities(), view.sections()))
                .extracting(Page::total)
                .containsOnly(0L);
        assertThat(view.won()).isZero();
    }

    @Test
    void itIsWhatItWasUntilSomethingChanges() {
        AccountViewWorld world = new AccountViewWorld(newStore());
        WholeAccount before = world.olga().run(AccountView.of(world.acuserv()));
        assertThat(world.olga().run(AccountView.of(world.acuserv())).general()).isEqualTo(before.general());
        world.olga().save(new Opportunity("Another", world.acuserv()));
        assertThat(world.olga()
                        .run(AccountView.of(world.acuserv()))
                        .opportunities()
                        .total())
                .isEqualTo(4);
        world.olga().save(new Visit("No customer"));
        assertThat(world.olga().run(AccountView.of(world.acuserv())).sections().total())
                .isEqualTo(3);
    }
}
