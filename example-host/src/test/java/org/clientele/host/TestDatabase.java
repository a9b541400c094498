package org.clientele.host;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.clientele.host.demo.DemoPostgres;
import org.junit.jupiter.api.Assumptions;

/** The database of this run: on the server that CRM_POSTGRES_URL names, else on one that is started. */
final class TestDatabase {

    private static String url;
    private static Throwable failure;

    private TestDatabase() {}

    /** Its URL; where there is none the test is left out, or fails if databases are required. */
    static synchronized String url() {
        if (url == null && failure == null) {
            open();
        }
        if (url == null) {
            if ("required".equals(System.getProperty("crm.databases"))) {
                throw new IllegalStateException("PostgreSQL is required and can not be started", failure);
            }
            System.err.println("""
                    ==================================================================
                    NO PostgreSQL: the tests of the host do NOT run. %s
                    Name a server by its URL in CRM_POSTGRES_URL
                    ==================================================================
                    """.formatted(failure));
            Assumptions.abort("no PostgreSQL");
        }
        return url;
    }

    private static void open() {
        String named = System.getenv("CRM_POSTGRES_URL");
        try {
            url = named == null ? DemoPostgres.start().getJdbcUrl() : newDatabase(named);
        } catch (IOException | SQLException | RuntimeException | LinkageError notHere) {
            failure = notHere;
        }
    }

    private static String newDatabase(String at) throws SQLException {
        String name = "crm_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(at);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name
                    + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'");
        }
        return at.replaceFirst("/postgres\\?", "/" + name + "?");
    }
}
