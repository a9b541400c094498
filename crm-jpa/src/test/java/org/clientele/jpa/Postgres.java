package org.clientele.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** The PostgreSQL of this JVM: the one that {@code CRM_POSTGRES_URL} names, else one that is started when first needed. */
final class Postgres {

    private static final String REQUIRED = "crm.databases";

    private static String server;
    private static Throwable failure;

    private Postgres() {}

    /** The URL of a new database that orders and folds texts by code points. */
    static String newDatabase() {
        String at = server();
        String name = "crm_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(at);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name
                    + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'");
        } catch (SQLException refused) {
            throw new IllegalStateException("no database can be made at " + at, refused);
        }
        return at.replaceFirst("/postgres\\?", "/" + name + "?");
    }

    private static synchronized String server() {
        if (server == null && failure == null) {
            start();
        }
        if (server == null) {
            if ("required".equals(System.getProperty(REQUIRED))) {
                throw new IllegalStateException("PostgreSQL is required and can not be started", failure);
            }
            System.err.println("""
                    ==================================================================
                    NO POSTGRESQL: the tests on it do NOT run. %s
                    Name a server: CRM_POSTGRES_URL=jdbc:postgresql://.../postgres?user=...
                    ==================================================================
                    """.formatted(failure));
            Assumptions.abort("no PostgreSQL");
        }
        return server;
    }

    private static void start() {
        String named = System.getenv("CRM_POSTGRES_URL");
        if (named != null) {
            server = named;
            return;
        }
        try {
            EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("lock_timeout", "10s")
                    .start();
            server = embedded.getJdbcUrl("postgres", "postgres");
        } catch (IOException | RuntimeException | LinkageError notHere) {
            failure = notHere;
        }
    }
}
