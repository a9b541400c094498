package org.clientele.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.clientele.jpa.JpaStore;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** An {@link Office} in H2 or in a PostgreSQL with its defaults that is started for it, and a persistence unit on it. */
final class OfficeDatabase implements AutoCloseable {

    private final @Nullable EmbeddedPostgres server;
    private final String url;
    private final EntityManagerFactory factory;
    private volatile String said = "";

    OfficeDatabase(String kind, int users, int accounts) throws SQLException, IOException {
        this.server = kind.equals("postgresql") ? EmbeddedPostgres.start() : null;
        this.url = server == null
                ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"
                : newDatabase(server) + "&reWriteBatchedInserts=true";
        fill(users, accounts);
        PersistenceConfiguration unit = new PersistenceConfiguration("office")
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property("hibernate.type.java_time_use_direct_jdbc", true)
                .property("hibernate.session_factory.statement_inspector", (StatementInspector) this::hear)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        this.factory = unit.createEntityManagerFactory();
    }

    private String hear(String sql) {
        said = sql;
        return sql;
    }

    private static String newDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database office"
                    + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'");
        }
        return server.getJdbcUrl("postgres", "office");
    }

    private void fill(int users, int accounts) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                InputStream script = Objects.requireNonNull(
                        JpaStore.class.getResourceAsStream(
                                "/db/crm/" + (server == null ? "h2" : "postgresql") + "/V0_1__clientele.sql"),
                        "schema")) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            new Office(connection, users).write(accounts);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(server == null ? "analyze" : "vacuum analyze");
        }
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** A connection of one's own, which does not commit by itself. */
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    /** The statement that the persistence unit has prepared last. */
    String said() {
        return said;
    }

    @Override
    public void close() throws IOException {
        factory.close();
        if (server != null) {
            server.close();
        }
    }
}
