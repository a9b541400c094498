package org.clientele.jpa.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.util.List;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.jpa.JpaStore;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A CRM in the Jakarta transactions of a host. */
class JakartaTransactionsTest {

    private static JtaHost shared;

    private final JtaHost host;
    private final Session session;

    JakartaTransactionsTest() throws Exception {
        host = shared.emptied();
        session = Crm.open(JpaStore.joining(host::entityManager, Narayana.registry()::setRollbackOnly))
                .asSystem();
    }

    @BeforeAll
    static void open() throws SQLException {
        shared = new JtaHost();
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    private List<String> organizations() throws Exception {
        return host.inTransaction(entityManager -> session.select(Organization.TYPE).list().stream()
                .map(Organization::getName)
                .toList());
    }

    private Void save(EntityManager entityManager) {
        entityManager.persist(new Invoice("2026-1"));
        session.save(new Organization("Acme"));
        return null;
    }

    private static void refuse(Session session) {
        assertThatThrownBy(() -> session.save(new Account("nobody's"))).isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void whatIsSavedIsKeptWhenTheHostCommits() throws Exception {
        host.inTransaction(this::save);
        assertThat(organizations()).containsExactly("Acme");
        assertThat(host.invoices()).containsExactly("2026-1");
    }

    @Test
    void whatIsSavedGoesWhenTheHostRollsBack() throws Exception {
        assertThatThrownBy(() -> host.inTransaction(entityManager -> {
                    save(entityManager);
                    throw new IllegalArgumentException("the host's");
                }))
                .hasMessage("the host's");
        assertThat(organizations()).isEmpty();
        assertThat(host.invoices()).isEmpty();
    }

    @Test
    void afterARefusalTheHostCanOnlyRollBack() throws Exception {
        assertThatThrownBy(() -> host.inTransaction(entityManager -> {
                    save(entityManager);
                    refuse(session);
                    assertThat(Narayana.transactions().getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
                    return null;
                }))
                .isInstanceOf(RollbackException.class);
        assertThat(organizations()).isEmpty();
        assertThat(host.invoices()).isEmpty();
    }

    /** The entity manager does not give a Jakarta transaction out, so the exception must pass the host. */
    @Test
    void aStoreThatIsNotToldHowToGiveUpLeavesARefusalThatIsCaughtToTheHost() throws Exception {
        Session untold = Crm.open(JpaStore.joining(host::entityManager)).asSystem();
        host.inTransaction(entityManager -> {
            save(entityManager);
            refuse(untold);
            assertThat(Narayana.transactions().getStatus()).isEqualTo(Status.STATUS_ACTIVE);
            return null;
        });
        assertThat(organizations()).containsExactly("Acme");
        assertThatThrownBy(() -> host.inTransaction(entityManager -> {
                    entityManager.persist(new Invoice("2026-2"));
                    return untold.save(new Account("nobody's"));
                }))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(host.invoices()).containsExactly("2026-1");
    }

    @Test
    void aFailureToGiveUpDoesNotHideTheRefusal() throws Exception {
        Session failing = Crm.open(JpaStore.joining(host::entityManager, () -> {
                    throw new IllegalStateException("no transaction");
                }))
                .asSystem();
        host.inTransaction(entityManager -> {
            assertThatThrownBy(() -> failing.save(new Account("nobody's")))
                    .isInstanceOf(InvalidRecordException.class)
                    .hasSuppressedException(new IllegalStateException("no transaction"));
            return null;
        });
    }
}
