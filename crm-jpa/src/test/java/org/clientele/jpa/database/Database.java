package org.clientele.jpa.database;

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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.jpa.JpaStore;
import org.jspecify.annotations.Nullable;

/** A database with the tables of the library and of the host that tests play, and a persistence unit on it. */
public final class Database implements AutoCloseable {

    private static final Pattern TABLE = Pattern.compile("create table (\\w+)");

    private static Database shared;

    private final String url;
    private final EntityManagerFactory factory;
    /** Those that point to others first. */
    private final List<String> tables;

    private @Nullable Connection emptying;

    private Database(String url, List<String> tables, String check) {
        this.url = url;
        this.tables = tables;
        PersistenceConfiguration unit = new PersistenceConfiguration("crm")
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property("hibernate.hbm2ddl.auto", check)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        for (String host : List.of("partner", "visit", "shopper", "branch", "chat", "purchase")) {
            unit.mappingFile("META-INF/host/" + host + ".orm.xml");
        }
        this.factory = Provider.ofThisRun().open(unit);
    }

    /** The database that the tests of this JVM share. */
    public static synchronized Database shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** A database for one test alone, to be closed. */
    public static Database fresh() {
        Kind kind = Kind.ofThisRun();
        String url = kind.newDatabase();
        List<String> created = new ArrayList<>();
        run(url, kind.tables(), kind, created);
        run(url, "/db/host.sql", kind, created);
        Collections.reverse(created);
        return new Database(url, created, kind.check());
    }

    /** The URL of a database that nobody else uses and that has no tables. */
    public static String newUrl() {
        return Kind.ofThisRun().newDatabase();
    }

    /** The URL of a database that has the tables of the library alone. */
    public static String newUrlWithTables() {
        String url = newUrl();
        run(url, Kind.ofThisRun().tables(), Kind.ofThisRun(), new ArrayList<>());
        return url;
    }

    /** The folder with the scripts of the library for the database of this run. */
    public static String folder() {
        String script = Kind.ofThisRun().tables();
        return script.substring(1, script.lastIndexOf('/'));
    }

    /** The provider of this run opens a unit. */
    public static EntityManagerFactory open(PersistenceConfiguration unit) {
        return Provider.ofThisRun().open(unit);
    }

    /** A database that another process has made, to be closed. */
    public static Database at(String url) {
        return new Database(url, List.of(), "none");
    }

    /** How Hibernate looks at the tables of the database that this run is about. */
    public static String check() {
        return Kind.ofThisRun().check();
    }

    /** Whether the provider of this run writes changed lists in which items are alike. */
    public static boolean keepsAlikeItems() {
        return Provider.ofThisRun() != Provider.ECLIPSELINK;
    }

    public String url() {
        return url;
    }

    /** In the SQL of this run, a text that is bound, as a column holds it. */
    public static String text() {
        return Kind.ofThisRun().text();
    }

    /** Whether the database of this run knows the lower case of a letter. */
    public static boolean lowers(String letter) {
        return Kind.ofThisRun().lowers(letter);
    }

    @Override
    public synchronized void close() {
        factory.close();
        Connection last = emptying;
        emptying = null;
        if (last != null) {
            close(last);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    /** A store of its own transactions on this database, emptied; by one connection, as each new one learns of all tables anew. */
    public synchronized JpaStore emptyStore() {
        try {
            if (emptying == null) {
                emptying = DriverManager.getConnection(url);
            }
            empty(emptying);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return JpaStore.managing(factory);
    }

    private void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.addBatch("delete from " + table);
            }
            statement.executeBatch();
        }
    }

    private static void run(String url, String script, Kind kind, List<String> created) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                InputStream text = Objects.requireNonNull(Database.class.getResourceAsStream(script), script)) {
            for (String sql : kind.translate(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .split(";\\s*\n")) {
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
