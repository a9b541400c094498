package org.clientele.jpa.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The PostgreSQL of this JVM. */
final class Postgres {

    private static final Server SERVER = new Server("PostgreSQL", "CRM_POSTGRES_URL", Postgres::start);

    private Postgres() {}

    /** The URL of a new database that orders and folds texts by code points. */
    static String newDatabase() {
        String at = SERVER.url();
        String name = "crm_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(at);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name
                    + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'");
        } catch (SQLException refused) {
            throw new IllegalStateException("no database can be made at " + at, refused);
        }
        return at.replaceFirst("/postgres\\?", "/" + name + "?")
                + Provider.ofThisRun().forPostgres();
    }

    private static String start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("lock_timeout", "10s")
                .start()
                .getJdbcUrl("postgres", "postgres");
    }
}
