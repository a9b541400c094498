package org.clientele.jpa.jta;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.ValidationMode;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;

/** A host with a persistence unit of transaction type JTA, and an entity manager for each of its transactions. */
final class JtaHost implements AutoCloseable {

    /** What a host does in a transaction. */
    interface Work<T> {
        T apply(EntityManager entityManager) throws Exception;
    }

    private final TransactionManager transactions = Narayana.transactions();
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    JtaHost() throws SQLException {
        String url = Database.newUrlWithTables();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table host_invoice (id varchar(255) primary key)");
        }
        PersistenceConfiguration unit = new PersistenceConfiguration("jta")
                .transactionType(PersistenceUnitTransactionType.JTA)
                .property("jakarta.persistence.jtaDataSource", new JoinedDataSource(url))
                .property(
                        "hibernate.transaction.jta.platform",
                        "org.hibernate.engine.transaction.jta.platform.internal.NarayanaJtaPlatform")
                // each connection is a resource of its own, and with one of them no database has to prepare
                .property("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION")
                // as Jakarta Persistence has it; Hibernate by itself gives a Jakarta transaction out
                .property("hibernate.jta.allowTransactionAccess", false)
                .property("hibernate.jpa.compliance.transaction", true)
                .validationMode(ValidationMode.NONE)
                .managedClass(Invoice.class);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        factory = Database.open(unit);
    }

    /** Without what other tests have left. */
    JtaHost emptied() throws Exception {
        for (String table : List.of("crm_organization", "crm_unique_value", "host_invoice")) {
            inTransaction(entityManager ->
                    entityManager.createNativeQuery("delete from " + table).executeUpdate());
        }
        return this;
    }

    EntityManager entityManager() {
        return current.get();
    }

    /** As the container does: commits, and rolls back when an exception passes. */
    <T> T inTransaction(Work<T> work) throws Exception {
        transactions.begin();
        try (EntityManager own = factory.createEntityManager()) {
            current.set(own);
            T result = work.apply(own);
            transactions.commit();
            return result;
        } finally {
            current.remove();
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transactions.rollback();
            }
        }
    }

    List<String> invoices() throws Exception {
        return inTransaction(entityManager -> new ArrayList<>(entityManager
                .createQuery("select e.id from HostInvoice e order by e.id", String.class)
                .getResultList()));
    }

    @Override
    public void close() {
        factory.close();
    }
}
