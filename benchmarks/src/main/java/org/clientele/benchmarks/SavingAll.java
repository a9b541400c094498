package org.clientele.benchmarks;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientele.Session;
import org.clientele.account.Account;
import org.clientele.jpa.JpaStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Many accounts saved by one call of a session - checked, owned, told in the history - beside Hibernate that persists the same
 * accounts bare, in batches, in one transaction.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class SavingAll {

    private static final int BATCH = 500;

    @Param("postgresql")
    public String database = "postgresql";

    @Param("100000")
    public int accounts;

    @SuppressWarnings("NullAway.Init") // made before anything is measured
    private FilledDatabase filled;

    @SuppressWarnings("NullAway.Init")
    private Session olga;

    @SuppressWarnings("NullAway.Init")
    private List<Account> fresh;

    @Setup
    public void prepare() throws SQLException, IOException {
        filled = new FilledDatabase(database, "", Map.of());
        olga = Administrator.of(JpaStore.managing(filled.factory()));
    }

    /** No account, and no history of any; and accounts that nobody has saved. */
    @Setup(Level.Invocation)
    public void empty() throws SQLException {
        try (Connection connection = filled.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from crm_account");
            statement.execute("delete from crm_journal_entry");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute(database.equals("postgresql") ? "vacuum analyze" : "analyze");
        }
        fresh = new ArrayList<>(accounts);
        for (int i = 0; i < accounts; i++) {
            Account account = new Account("Account " + i);
            account.setDescription("Number " + i);
            fresh.add(account);
        }
    }

    @TearDown
    public void close() throws IOException {
        filled.close();
    }

    @Benchmark
    public List<Account> saved() {
        return olga.saveAll(fresh);
    }

    @Benchmark
    public void byHibernate() {
        try (EntityManager manager = filled.factory().createEntityManager()) {
            manager.getTransaction().begin();
            int persisted = 0;
            for (Account account : fresh) {
                manager.persist(account);
                if (++persisted % BATCH == 0) {
                    manager.flush();
                    manager.clear();
                }
            }
            manager.getTransaction().commit();
        }
    }
}
