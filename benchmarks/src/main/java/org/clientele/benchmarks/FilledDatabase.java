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
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.clientele.jpa.JpaStore;
import org.jspecify.annotations.Nullable;

/** A database in H2 or in a PostgreSQL with its defaults that is started for it, filled by SQL alone: what is measured comes later. */
final class FilledDatabase implements AutoCloseable {

    private static final Pattern IDENTITY = Pattern.compile("@\\{(\\d+),([^}]+)}");

    private final @Nullable EmbeddedPostgres server;
    private final String url;
    private final EntityManagerFactory factory;

    /**
     * Fills a database.
     *
     * @param kind {@code h2} or {@code postgresql}
     * @param script statements, each on lines of its own; {@code @{high,low}} is an identity, {@code #{from,to}} the numbers
     *     {@code n} from one to another
     * @param sizes what names in the script stand for
     */
    FilledDatabase(String kind, String script, Map<String, Integer> sizes) throws SQLException, IOException {
        this.server = kind.equals("postgresql") ? EmbeddedPostgres.start() : null;
        this.url = server == null
                ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"
                : server.getJdbcUrl("postgres", "postgres");
        fill(script, sizes);
        PersistenceConfiguration unit = new PersistenceConfiguration("clients")
                .property(PersistenceConfiguration.JDBC_URL, url)
                .property("hibernate.type.java_time_use_direct_jdbc", true)
                .property("hibernate.jdbc.batch_size", 50)
                .property("hibernate.order_inserts", true)
                .property("hibernate.order_updates", true)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        this.factory = unit.createEntityManagerFactory();
    }

    private void fill(String script, Map<String, Integer> sizes) throws SQLException, IOException {
        String sql = IDENTITY.matcher(script).replaceAll(found -> id(found.group(1), found.group(2)));
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            sql = sql.replace(size.getKey() + "}", size.getValue() + "}");
        }
        sql = sql.replaceAll(
                "#\\{(\\d+),(\\d+)}",
                server == null ? "(select x as n from system_range($1, $2))" : "generate_series($1, $2) n");
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                InputStream schema = Objects.requireNonNull(
                        JpaStore.class.getResourceAsStream(
                                "/db/crm/" + (server == null ? "h2" : "postgresql") + "/V0_1__clientele.sql"),
                        "schema")) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            for (String one : sql.split(";\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(server == null ? "analyze" : "vacuum analyze");
        }
    }

    /** An identity in SQL: its digits are those of {@code high}, and then of {@code low}, which may be an expression. */
    private static String id(String high, String low) {
        return "cast('00000000-0000-00" + (high.length() == 1 ? "0" : "") + high + "-0000-' || lpad(cast(" + low
                + " as varchar(20)), 12, '0') as uuid)";
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

    @Override
    public void close() throws IOException {
        factory.close();
        if (server != null) {
            server.close();
        }
    }
}
