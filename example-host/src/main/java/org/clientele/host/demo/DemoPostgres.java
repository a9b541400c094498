package org.clientele.host.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A PostgreSQL that is started from a dependency, and a database on it that goes when it is closed. */
public final class DemoPostgres implements JdbcConnectionDetails, AutoCloseable {

    private static final String USER = "postgres";
    private static final String DATABASE = "crm";

    private final EmbeddedPostgres server;

    private DemoPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one, with a database that orders and lowers texts as the library does. */
    public static DemoPostgres start() throws IOException, SQLException {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE
                    + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'");
        }
        return new DemoPostgres(server);
    }

    @Override
    public String getJdbcUrl() {
        return server.getJdbcUrl(USER, DATABASE);
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return USER;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
