package org.clientele.jpa;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A database with the tables of the library and of the host that tests play, and a persistence unit on it. */
final class Database {

    private static final Map<String, Database> SHARED = new ConcurrentHashMap<>();

    private final String url;
    private final EntityManagerFactory factory;
    private final List<String> tables;

    private Database(String url, Map<String, Object> more) {
        this.url = url;
        run("/db/crm/schema.sql");
        run("/db/host.sql");
        this.tables = tables();
        PersistenceConfiguration unit = new PersistenceConfiguration("crm")
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property("hibernate.hbm2ddl.auto", "validate")
                .property("hibernate.jdbc.batch_size", 50)
                .property("hibernate.order_inserts", true)
                .property("hibernate.order_updates", true)
                .property("hibernate.type.java_time_use_direct_jdbc", true)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        unit.mappingFile("META-INF/host/partner.orm.xml").mappingFile("META-INF/host/visit.orm.xml");
        more.forEach(unit::property);
        this.factory = unit.createEntityManagerFactory();
    }

    /** The database in memory that the tests of this JVM share. */
    static Database h2() {
        return SHARED.computeIfAbsent("h2", kind -> new Database(newH2(), Map.of()));
    }

    /** The database on PostgreSQL that the tests of this JVM share. */
    static Database postgres() {
        return SHARED.computeIfAbsent("postgres", kind -> new Database(Postgres.newDatabase(), Map.of()));
    }

    static Database at(String url) {
        return new Database(url, Map.of());
    }

    private static String newH2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** A store of its own transactions on this database, emptied. */
    JpaStore emptyStore() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (url.startsWith("jdbc:h2:")) {
                statement.execute("set referential_integrity false");
                for (String table : tables) {
                    statement.execute("truncate table " + table);
                }
                statement.execute("set referential_integrity true");
            } else {
                statement.execute("truncate table " + String.join(", ", tables));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return JpaStore.managing(factory);
    }

    private void run(String script) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                InputStream text = Objects.requireNonNull(Database.class.getResourceAsStream(script), script)) {
            for (String sql : new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n")) {
                statement.execute(sql);
            }
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> tables() {
        String sql = "select table_name from information_schema.tables where lower(table_schema) = 'public'";
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return names;
    }
}
