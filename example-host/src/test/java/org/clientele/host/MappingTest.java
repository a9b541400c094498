package org.clientele.host;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.criteria.Criterion;
import org.clientele.customer.Customer;
import org.clientele.host.crm.Caller;
import org.clientele.host.partner.PartnerCard;
import org.clientele.host.partner.PartnerCustomer;
import org.clientele.host.partner.Partners;
import org.clientele.host.subscription.Subscription;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Classes of the host that are annotated and classes of the library that are mapped by its files, as one unit. */
@Transactional
class MappingTest extends HostTest {

    private final Crm crm;
    private final Partners partners;
    private final EntityManager entityManager;
    private final JdbcClient database;

    MappingTest(Crm crm, Partners partners, EntityManager entityManager, JdbcClient database) {
        this.crm = crm;
        this.partners = partners;
        this.entityManager = entityManager;
        this.database = database;
    }

    private PartnerCustomer partner(String name, String level) {
        PartnerCard wanted = new PartnerCard(null, name, null, level, LocalDate.of(2026, 2, 1));
        return partners.create(new Caller("olga"), wanted);
    }

    @Test
    void theHostsKindIsReadAsItWasSaved() {
        PartnerCustomer saved = partner("Reader", "Gold");
        PartnerCustomer read = crm.asSystem().get(PartnerCustomer.TYPE, saved.getId());
        assertThat(read).usingRecursiveComparison().isEqualTo(saved);
        assertThat(read.getSince()).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void theHostsKindIsAmongAllCustomers() {
        PartnerCustomer saved = partner("Among", "Silver");
        List<Customer> found = crm.asSystem()
                .select(Customer.TYPE)
                .where(Customer.NAME.is("among"))
                .list();
        assertThat(found).hasSize(1).first().isInstanceOf(PartnerCustomer.class).isEqualTo(saved);
    }

    @Test
    void aConditionOnAnAccountSpeaksOfTheHostsKind() {
        partner("Pointing", "Bronze");
        Criterion<Customer> named = PartnerCustomer.ACCOUNT.matches(Account.NAME.is("Pointing"));
        Session system = crm.asSystem();
        assertThat(system.select(PartnerCustomer.TYPE)
                        .where(named)
                        .where(PartnerCustomer.LEVEL.is("bronze"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aQueryOfTheHostGoesFromItsEntityToTheRecordsOfTheLibrary() {
        List<Subscription> found = entityManager
                .createQuery(
                        "select s from Subscription s join fetch s.account a where a.name = :name", Subscription.class)
                .setParameter("name", "Body Toning")
                .getResultList();
        assertThat(found)
                .extracting(subscription -> subscription.terms().plan())
                .containsExactly("basic");
        assertThat(crm.asSystem().find(Account.TYPE, found.get(0).account())).isPresent();
    }

    @Test
    void theTablesAreThoseOfTwoHistories() {
        assertThat(scripts("public.crm_schema_history")).containsExactly("V0_1__clientele.sql");
        assertThat(scripts("host.flyway_schema_history")).contains("V1__host.sql");
    }

    private List<String> scripts(String history) {
        return database.sql("select script from " + history + " where type = 'SQL'")
                .query(String.class)
                .list();
    }
}
