package org.clientele.benchmarks;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientele.Session;
import org.clientele.contact.Contact;
import org.clientele.csv.CsvImport;
import org.clientele.exchange.job.ImportReport;
import org.clientele.jpa.JpaStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * New contacts of a file with twelve columns, in a database: by the import, with access, rules, history and a report, and by
 * Hibernate alone, which persists the same records in batches without any of that.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ImportIntoDatabase {

    private static final int BATCH = 500;

    @Param("postgresql")
    public String database = "postgresql";

    @Param({"10000", "100000"})
    public int contacts;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private ContactsFile file;

    @SuppressWarnings("NullAway.Init")
    private FilledDatabase filled;

    @SuppressWarnings("NullAway.Init")
    private Session olga;

    /** IllegalStateException unless both ways store every row. */
    @Setup
    public void prepare() throws SQLException, IOException {
        file = new ContactsFile(contacts);
        filled = new FilledDatabase(database, "", Map.of());
        olga = Administrator.of(JpaStore.managing(filled.factory()));
        imported();
        check();
        empty();
        byHibernate();
        check();
    }

    private void check() {
        if (olga.select(Contact.TYPE).count() != contacts) {
            throw new IllegalStateException("of " + contacts + " contacts there are "
                    + olga.select(Contact.TYPE).count());
        }
    }

    /** No contacts, and no history of any. */
    @Setup(Level.Invocation)
    public void empty() throws SQLException {
        try (Connection connection = filled.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from crm_contact");
            statement.execute("delete from crm_journal_entry");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(database.equals("postgresql") ? "vacuum analyze" : "analyze");
        }
    }

    @TearDown
    public void close() throws IOException {
        filled.close();
        file.close();
    }

    @Benchmark
    public ImportReport imported() {
        return CsvImport.into(olga, Contact.TYPE, ContactColumns::add).run(file.path());
    }

    @Benchmark
    public void byHibernate() throws IOException {
        try (EntityManager manager = filled.factory().createEntityManager()) {
            manager.getTransaction().begin();
            int[] read = {0};
            ContactByHand.readAll(file.path(), contact -> {
                manager.persist(contact);
                if (++read[0] % BATCH == 0) {
                    manager.flush();
                    manager.clear();
                    manager.getTransaction().commit();
                    manager.getTransaction().begin();
                }
            });
            manager.getTransaction().commit();
        }
    }
}
