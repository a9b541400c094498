package org.clientele.jpa.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.clientele.Crm;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.jpa.JpaStore;
import org.clientele.model.InvalidRecordException;
import org.clientele.organization.Organization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host keeps in a second database stands and falls with what the CRM keeps. */
class TwoDatabasesTest {

    private final JtaHost host;
    private final Session session;
    private final JoinedDataSource ledger =
            new JoinedDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    TwoDatabasesTest() throws SQLException {
        host = new JtaHost();
        session = Crm.open(JpaStore.joining(host::entityManager, Narayana.registry()::setRollbackOnly))
                .asSystem();
        write("create table ledger (line varchar(255))");
    }

    @AfterEach
    void close() {
        host.close();
    }

    private void write(String sql) throws SQLException {
        try (Connection connection = ledger.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Void save(EntityManager entityManager) throws SQLException {
        write("insert into ledger values ('Acme')");
        session.save(new Organization("Acme"));
        return null;
    }

    private long lines() throws Exception {
        return host.inTransaction(entityManager -> {
            try (Connection connection = ledger.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from ledger")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private long organizations() throws Exception {
        return host.inTransaction(
                entityManager -> session.select(Organization.TYPE).count());
    }

    @Test
    void bothAreKeptAndGoTogether() throws Exception {
        host.inTransaction(this::save);
        assertThat(organizations()).isOne();
        assertThat(lines()).isOne();
        assertThatThrownBy(() -> host.inTransaction(entityManager -> {
                    write("insert into ledger values ('Globex')");
                    session.save(new Organization("Globex"));
                    return session.save(new Account("nobody's"));
                }))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(organizations()).isOne();
        assertThat(lines()).isOne();
    }
}
