package org.clientele.jpa;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database with the tables of the library and of the host that tests play, and a persistence unit on it. */
final class Database implements AutoCloseable {

    private static final Map<String, Database> SHARED = new ConcurrentHashMap<>();

    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");

    private final String url;
    private final EntityManagerFactory factory;
    /** Those that point to others first. */
    private final List<String> tables;

    private Database(String url, List<String> tables, String check) {
        this.url = url;
        this.tables = tables;
        PersistenceConfiguration unit = new PersistenceConfiguration("crm")
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property("hibernate.hbm2ddl.auto", check)
                .property("hibernate.jdbc.batch_size", 50)
                .property("hibernate.order_inserts", true)
                .property("hibernate.order_updates", true)
                .property("hibernate.type.java_time_use_direct_jdbc", true)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        for (String host : List.of("partner", "visit", "shopper", "branch", "chat", "purchase")) {
            unit.mappingFile("META-INF/host/" + host + ".orm.xml");
        }
        this.factory = unit.createEntityManagerFactory();
    }

    /** The database in memory that the tests of this JVM share. */
    static Database h2() {
        return SHARED.computeIfAbsent("h2", kind -> made(newH2()));
    }

    /** The database on PostgreSQL that the tests of this JVM share. */
    static Database postgres() {
        return SHARED.computeIfAbsent("postgres", kind -> made(Postgres.newDatabase()));
    }

    /** A database on PostgreSQL for one test alone, to be closed. */
    static Database newPostgres() {
        return made(Postgres.newDatabase());
    }

    /** A database that another process has made, to be closed. */
    static Database at(String url) {
        return new Database(url, List.of(), "none");
    }

    private static Database made(String url) {
        List<String> created = new ArrayList<>();
        run(url, "/db/crm/schema.sql", created);
        run(url, "/db/host.sql", created);
        Collections.reverse(created);
        return new Database(url, created, "validate");
    }

    private static String newH2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        factory.close();
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** A store of its own transactions on this database, emptied. */
    JpaStore emptyStore() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.addBatch("delete from " + table);
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return JpaStore.managing(factory);
    }

    private static void run(String url, String script, List<String> created) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                InputStream text = Objects.requireNonNull(Database.class.getResourceAsStream(script), script)) {
            for (String sql : new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n")) {
                statement.execute(sql);
                Matcher table = TABLE.matcher(sql);
                if (table.find()) {
                    created.add(table.group(1));
                }
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
