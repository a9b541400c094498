package org.clientele.jpa.schema;

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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.clientele.jpa.JpaStore;
import org.clientele.jpa.database.Database;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL in which the tables of records are large, and the plans of what is asked of it. */
final class LargeDatabase implements AutoCloseable {

    private final String url = Database.newUrlWithTables();
    private final Plans plans = new Plans();
    private final Set<String> large;
    private final EntityManagerFactory factory;

    LargeDatabase() throws SQLException, IOException {
        large = fill(read("/db/plans/fill.sql"));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        PersistenceConfiguration unit = new PersistenceConfiguration("large")
                .property("jakarta.persistence.nonJtaDataSource", plans.over(source))
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        factory = Database.open(unit);
    }

    /** The identity of a record by its kind and number, as the script gives them. */
    static UUID id(String kind, int number) {
        return UUID.fromString("00000000-0000-%s-0000-%012d".formatted(kind, number));
    }

    private static String read(String resource) throws IOException {
        try (InputStream text = Objects.requireNonNull(LargeDatabase.class.getResourceAsStream(resource), resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Set<String> fill(String sql) throws SQLException {
        Set<String> large = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("vacuum analyze");
            try (ResultSet tables =
                    statement.executeQuery("select relname from pg_class where relkind = 'r' and reltuples > 10000")) {
                while (tables.next()) {
                    large.add(tables.getString(1));
                }
            }
        }
        return large;
    }

    /** The tables that nobody should read from one end to the other. */
    Set<String> large() {
        return large;
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** The plans of what was asked since this was called last. */
    List<Plans.Plan> plans() {
        return plans.taken();
    }

    @Override
    public void close() {
        factory.close();
    }
}
