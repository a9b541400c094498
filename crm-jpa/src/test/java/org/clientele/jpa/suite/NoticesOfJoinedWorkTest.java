package org.clientele.jpa.suite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Random;
import org.clientele.Crm;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.clientele.organization.Organization;
import org.clientele.testkit.journal.Hearing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners of a CRM that works in the transactions of a host, whose commits it does not see. */
class NoticesOfJoinedWorkTest {

    private final Database database = Database.shared();
    private final Crm own = Crm.open(database.emptyStore());
    private final EntityManager entityManager = database.factory().createEntityManager();
    private final Hearing listener = new Hearing(new Random(1), 10);
    private final Crm crm =
            Crm.open(JpaStore.joining(() -> entityManager), config -> config.listener("joined", listener));

    @AfterEach
    void close() {
        entityManager.close();
    }

    private void inTransaction(Runnable work) {
        entityManager.getTransaction().begin();
        work.run();
        entityManager.getTransaction().commit();
    }

    @Test
    void whatTheHostCommittedIsToldWhenItDelivers() {
        inTransaction(() -> crm.asSystem().save(new Organization("Acme")));
        entityManager.getTransaction().begin();
        crm.asSystem().save(new Organization("Body Toning"));
        entityManager.getTransaction().rollback();
        assertThat(listener.calls()).as("before it delivers").isZero();
        inTransaction(() -> assertThat(crm.deliver()).as("while it fails").isZero());
        listener.recover();
        inTransaction(() -> assertThat(crm.deliver()).isEqualTo(1));
        assertThat(listener.heard()).hasSize(1);
        assertThat(listener.heard().get(0).changes().get(0).name()).isEqualTo("Acme");
        inTransaction(() -> assertThat(crm.deliver()).isZero());
        assertThat(own.asSystem().select(Organization.TYPE).count()).isEqualTo(1);
    }
}
