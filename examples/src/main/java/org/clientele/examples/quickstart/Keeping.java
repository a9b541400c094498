package org.clientele.examples.quickstart;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.ValidationMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.clientele.jpa.JpaStore;
import org.clientele.store.RecordStore;
import org.clientele.store.memory.InMemoryStore;
import org.h2.jdbcx.JdbcConnectionPool;

/** Where the quickstart keeps its records, and what has to be closed for it. */
record Keeping(RecordStore store, String where, Runnable closing) implements AutoCloseable {

    static Keeping onHeap() {
        return new Keeping(new InMemoryStore(), "on the heap", () -> {});
    }

    /** A database file that begins empty. */
    static Keeping inFile(Path directory) throws IOException {
        Path file = directory.toAbsolutePath().resolve("crm");
        Files.deleteIfExists(directory.resolve("crm.mv.db"));
        JdbcConnectionPool connections = JdbcConnectionPool.create("jdbc:h2:file:" + file, "crm", "");
        createTables(connections);
        PersistenceConfiguration unit = new PersistenceConfiguration("quickstart")
                .property("jakarta.persistence.nonJtaDataSource", connections)
                .property("hibernate.jdbc.batch_size", 100)
                .property("hibernate.order_inserts", true)
                .property("hibernate.order_updates", true)
                .validationMode(ValidationMode.NONE);
        JpaStore.mappingFiles().forEach(unit::mappingFile);
        EntityManagerFactory factory = unit.createEntityManagerFactory();
        return new Keeping(JpaStore.managing(factory), "by JPA in " + file + ".mv.db", () -> {
            factory.close();
            connections.dispose();
        });
    }

    private static void createTables(JdbcConnectionPool connections) throws IOException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:db/crm/h2/V0_1__clientele.sql'");
        } catch (SQLException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        closing.run();
    }

    @Override
    public String toString() {
        return where;
    }
}
